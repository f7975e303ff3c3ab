/** 场景: whole lives of cases over the API of a running portal, and what it refuses on the way. */
package org.yiwang.test.scenario;
