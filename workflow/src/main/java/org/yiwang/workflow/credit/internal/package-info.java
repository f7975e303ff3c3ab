/** How the list is kept. */
package org.yiwang.workflow.credit.internal;
