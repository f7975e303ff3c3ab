/** 人员管理: who may do what, changed by two and written down for a third. */
package org.yiwang.workflow.staff;
