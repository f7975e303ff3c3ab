/** What is looked up before an order. */
package org.yiwang.workflow.urgency.internal;
