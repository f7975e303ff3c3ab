/** The tables of the staff's rights. */
package org.yiwang.workflow.staff.internal;
