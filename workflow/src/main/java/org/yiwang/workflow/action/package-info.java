/** 办件动作: the one door for programs to all use cases of a case. */
package org.yiwang.workflow.action;
