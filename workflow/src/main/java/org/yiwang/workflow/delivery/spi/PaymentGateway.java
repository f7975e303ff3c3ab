package org.yiwang.workflow.delivery.spi;

/** 统一支付 (非税缴费): answers whether a bill was paid. Outside the platform, so behind a port. */
public interface PaymentGateway {

    /** Name for the log and the screen; a stand-in says that it is one. */
    String name();

    /**
     * Looks the payment up. Asked before the transaction begins or after it has ended, never within.
     *
     * @throws RuntimeException when the other side does not answer
     *
     * @param caseNo the bill's reference
     * @param reference the receipt number of the payment
     * @return the amount paid in 分, 0 when there is no such payment
     */
    long paid(String caseNo, String reference);

    /**
     * Pays back what was paid by a receipt. Called outside any transaction, perhaps twice with the same reference of ours.
     *
     * @param cents how much, in 分
     * @param refund our reference of this refund; the same when asked again, which pays nothing twice
     * @throws RuntimeException when the other side does not take it now
     */
    void refund(String caseNo, String reference, long cents, String refund);
}
