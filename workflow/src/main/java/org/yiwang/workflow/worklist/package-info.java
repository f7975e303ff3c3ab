/** 待办: what waits for whom. */
package org.yiwang.workflow.worklist;
