/** 证照: how long what was granted is good, its holder told before it ends, and its renewal, by time too (行政许可法 §50). */
package org.yiwang.workflow.licence;
