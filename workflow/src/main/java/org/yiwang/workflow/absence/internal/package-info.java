/** The table of absences. */
package org.yiwang.workflow.absence.internal;
