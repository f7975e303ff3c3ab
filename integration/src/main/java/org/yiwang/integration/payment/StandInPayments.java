package org.yiwang.integration.payment;

import org.yiwang.workflow.delivery.spi.PaymentGateway;

/**
 * 支付替身: takes a receipt numbered {@code PAY-<case number>} for a bill paid in full, and no other. For demo and tests; no
 * money moves.
 */
public final class StandInPayments implements PaymentGateway {

    private static final String RECEIPT = "PAY-";

    @Override
    public String name() {
        return "支付替身（演示，不产生真实扣款）";
    }

    @Override
    public long paid(String caseNo, String reference) {
        return reference.equals(RECEIPT + caseNo) ? Long.MAX_VALUE : 0;
    }
}
