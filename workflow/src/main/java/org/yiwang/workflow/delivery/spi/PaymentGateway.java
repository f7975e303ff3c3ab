package org.yiwang.workflow.delivery.spi;

/** 统一支付 (非税缴费): answers whether a bill was paid. Outside the platform, so behind a port. */
public interface PaymentGateway {

    /** Name for the log and the screen; a stand-in says that it is one. */
    String name();

    /**
     * Looks the payment up. Asked before the case is locked: a remote call never happens inside a transaction's locks.
     *
     * @param caseNo the bill's reference
     * @param reference the receipt number of the payment
     * @return the amount paid in 分, 0 when there is no such payment
     */
    long paid(String caseNo, String reference);
}
