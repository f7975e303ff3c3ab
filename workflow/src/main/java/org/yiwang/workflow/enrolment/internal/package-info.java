/** How batches are kept. */
package org.yiwang.workflow.enrolment.internal;
