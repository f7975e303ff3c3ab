/** Private to hearings. */
package org.yiwang.workflow.hearing.internal;
