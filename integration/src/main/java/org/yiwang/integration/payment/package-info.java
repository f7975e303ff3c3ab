/** 统一支付: the adapter of {@code PaymentGateway} and its stand-in. */
package org.yiwang.integration.payment;
