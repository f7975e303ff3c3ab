/** 两段办理: what is decided twice, the second time after something has happened outside. */
package org.yiwang.workflow.stage;
