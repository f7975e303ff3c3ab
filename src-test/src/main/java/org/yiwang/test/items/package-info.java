/** 事项包工具: what authors of service packages use from the command line. */
package org.yiwang.test.items;
