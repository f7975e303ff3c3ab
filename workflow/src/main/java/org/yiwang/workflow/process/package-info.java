/** 流程: who is next. The law of a case stands in its own component; this one only walks the picture that a service package draws. */
package org.yiwang.workflow.process;
