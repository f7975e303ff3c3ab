/** 数据交换: the adapter of {@code ExchangeGateway}, its stand-in, and the keys of the authorities. */
package org.yiwang.integration.exchange;
