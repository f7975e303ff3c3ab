/** 性能测量: what a lifecycle, an inbox, a page costs; run by {@code ./dev bench}, never by the tests. */
package org.yiwang.test.bench;
