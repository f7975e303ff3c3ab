/** 容缺受理: a case that is taken on while something is still to come, and what becomes of what was promised. */
package org.yiwang.workflow.deferral;
