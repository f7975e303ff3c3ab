/** 补正: what is missing, said once, and the answer to it. */
package org.yiwang.workflow.correction;
