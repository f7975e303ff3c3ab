/** 撤回. */
package org.yiwang.workflow.withdrawal;
