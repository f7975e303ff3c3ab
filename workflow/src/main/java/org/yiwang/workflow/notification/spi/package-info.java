/** The ways out of the house for a notice. Adapters stand in {@code integration.message}. */
package org.yiwang.workflow.notification.spi;
