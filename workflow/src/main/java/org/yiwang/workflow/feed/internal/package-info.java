/** Private to the feed. */
package org.yiwang.workflow.feed.internal;
