/** Where clocks and calendars are kept, and the work that looks at them when their time has come. */
package org.yiwang.workflow.clock.internal;
