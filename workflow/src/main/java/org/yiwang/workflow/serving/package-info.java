/** 送达: which document serves a decision, in which of the ways of the law, and what follows until the archive. */
package org.yiwang.workflow.serving;
