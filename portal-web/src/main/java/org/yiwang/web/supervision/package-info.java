/** 运行监督: how the whole stands, where it is late, and what the platform could not deliver. */
package org.yiwang.web.supervision;
