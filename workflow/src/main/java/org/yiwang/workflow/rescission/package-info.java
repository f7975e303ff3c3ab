/** 撤销: what was granted on a word that was broken is taken back, after the person was heard. */
package org.yiwang.workflow.rescission;
