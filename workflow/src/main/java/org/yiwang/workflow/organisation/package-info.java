/** 组织: the departments of the city, who works in them and which posts they hold. */
package org.yiwang.workflow.organisation;
