package org.yiwang.integration.payment;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.workflow.delivery.spi.PaymentGateway;

/**
 * 支付替身: takes a receipt numbered {@code PAY-<case number>} for a bill paid in full, and no other; one
 * numbered {@code AWAY-<case number>} it does not answer for the first time, as a system that is away. For demo and tests;
 * no money moves.
 */
public final class StandInPayments implements PaymentGateway {

    private static final Logger LOG = LoggerFactory.getLogger(StandInPayments.class);
    private static final String RECEIPT = "PAY-";
    private static final String AWAY = "AWAY-";

    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "支付替身（演示，不产生真实扣款）";
    }

    @Override
    public long paid(String caseNo, String reference) {
        if (reference.equals(AWAY + caseNo) && asked.add(caseNo)) {
            throw new IllegalStateException("the stand-in plays a payment system that does not answer");
        }
        return reference.equals(RECEIPT + caseNo) || reference.equals(AWAY + caseNo) ? Long.MAX_VALUE : 0;
    }

    @Override
    public void refund(String caseNo, String reference, long cents, String refund) {
        LOG.info("Stand-in for payments: refund {} not paid", refund);
    }
}
