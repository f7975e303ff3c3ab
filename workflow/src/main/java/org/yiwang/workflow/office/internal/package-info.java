/** Only for this component. */
package org.yiwang.workflow.office.internal;
