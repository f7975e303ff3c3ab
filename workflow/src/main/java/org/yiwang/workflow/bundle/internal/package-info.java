/** Where errands are kept, and what follows from how their cases stand. */
package org.yiwang.workflow.bundle.internal;
