/**
 * 转报: what is examined here and decided by the higher authority. The case goes out through {@code spi.ExchangeGateway}
 * after the commit; the answer comes in by message, signed, once.
 */
package org.yiwang.workflow.forward;
