/** 受理: from submission to the answer about acceptance. */
package org.yiwang.workflow.intake;
