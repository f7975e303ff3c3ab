/** 启动器: starts and stops the embedded database and the portal, for {@code ./dev run} and for the tests. */
package org.yiwang.test.run;
