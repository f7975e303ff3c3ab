/** 系统管理: what an administrator sets for the whole platform. */
package org.yiwang.web.admin;
