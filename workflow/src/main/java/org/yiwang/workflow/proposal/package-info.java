/** 请示: measures that an officer proposes and only the head may approve, each with the letter the law wants. */
package org.yiwang.workflow.proposal;
