/** Tables of the daily work. */
package org.yiwang.workflow.handling.internal;
