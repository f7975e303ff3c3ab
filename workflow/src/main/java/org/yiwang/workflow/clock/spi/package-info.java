/** What else has due dates and is looked at with the clocks. */
package org.yiwang.workflow.clock.spi;
