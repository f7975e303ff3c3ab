/** 窗口: the clerk with a person before him: finds or registers him, fills in his form, takes his papers. */
package org.yiwang.web.window;
