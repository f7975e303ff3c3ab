/** Tables of avoidance. */
package org.yiwang.workflow.avoidance.internal;
