/** 回避: who has a tie to the applicant keeps out of the case, by register, by his own word or by the head's decision. */
package org.yiwang.workflow.avoidance;
