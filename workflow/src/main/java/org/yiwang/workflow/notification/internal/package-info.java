/** Boxes, texts, and the workers that hand notices to the channels. */
package org.yiwang.workflow.notification.internal;
