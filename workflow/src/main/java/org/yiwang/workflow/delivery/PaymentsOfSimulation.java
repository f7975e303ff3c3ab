package org.yiwang.workflow.delivery;

import org.yiwang.forms.platform.Simulation;
import org.yiwang.workflow.delivery.spi.PaymentGateway;

/** 推演中的缴费: stands before the payment gateway; in a simulation every bill is paid, and nobody outside is asked. */
public final class PaymentsOfSimulation implements PaymentGateway {

    private final PaymentGateway real;

    public PaymentsOfSimulation(PaymentGateway real) {
        this.real = real;
    }

    @Override
    public String name() {
        return Simulation.running() ? "推演" : real.name();
    }

    @Override
    public long paid(String caseNo, String reference) {
        return Simulation.running() ? Long.MAX_VALUE : real.paid(caseNo, reference);
    }

    @Override
    public void refund(String caseNo, String reference, long cents, String refund) {
        // In a simulation no money was taken, and none goes back.
        if (!Simulation.running()) {
            real.refund(caseNo, reference, cents, refund);
        }
    }
}
