/** 启动: brings the database up to date, starts the components in order and says whether the platform is ready. */
package org.yiwang.web.boot;
