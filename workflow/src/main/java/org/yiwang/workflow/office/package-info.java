/** 事项到日生效: what the back office of items has set for a day, done by time like everything else that falls due. */
package org.yiwang.workflow.office;
