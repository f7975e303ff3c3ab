/**
 * 利害关系人: whoever else has a great interest in what is decided is told of it and heard before (行政许可法 §36, §47). Who he
 * is and what he said the officers see; the applicant sees neither, and he sees of the applicant a masked name.
 */
package org.yiwang.workflow.interest;
