/** 督办: urging, overview, what is late. */
package org.yiwang.workflow.supervision;
