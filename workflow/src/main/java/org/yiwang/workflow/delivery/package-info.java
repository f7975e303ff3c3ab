/** 出件与送达: letters, fee, result, completion. */
package org.yiwang.workflow.delivery;
