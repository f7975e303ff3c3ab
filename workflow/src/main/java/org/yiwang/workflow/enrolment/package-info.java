/** 批次: windows for applications that are decided together; how more applications than places are put in order can be recomputed by anyone. */
package org.yiwang.workflow.enrolment;
