/** 办件指标: figures of what was really done, counted over cases when somebody asks. Counts only: no person, no words. */
package org.yiwang.workflow.figures;
