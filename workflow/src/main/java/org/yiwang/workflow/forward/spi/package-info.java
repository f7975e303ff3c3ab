/** The way to the higher authority and back. Adapters stand in {@code integration.exchange}. */
package org.yiwang.workflow.forward.spi;
