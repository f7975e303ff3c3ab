/**
 * 批量办理与交接: the same action over many cases, or all work of somebody who leaves. Each case is a transaction of its own and
 * has a line with what became of it; what was begun is finished by any node.
 */
package org.yiwang.workflow.batch;
