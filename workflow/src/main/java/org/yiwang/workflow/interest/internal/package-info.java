/** Private to interested parties. */
package org.yiwang.workflow.interest.internal;
