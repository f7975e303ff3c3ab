/** Where paper copies are counted. */
package org.yiwang.workflow.delivery.internal;
