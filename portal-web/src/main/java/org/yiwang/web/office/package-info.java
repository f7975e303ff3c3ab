/** 事项后台页面: items with their versions, drafts, editors and what is done with them. */
package org.yiwang.web.office;
