/** 听证: the right to a hearing is told, used or waived; the hearing is held and recorded before anything is decided. */
package org.yiwang.workflow.hearing;
