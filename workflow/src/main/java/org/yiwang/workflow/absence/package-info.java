/** 请假代理: who is away, and who stands in for him meanwhile. */
package org.yiwang.workflow.absence;
