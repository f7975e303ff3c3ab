/** Tables of batches. */
package org.yiwang.workflow.batch.internal;
