/** How verifications are listed. */
package org.yiwang.workflow.commitment.internal;
