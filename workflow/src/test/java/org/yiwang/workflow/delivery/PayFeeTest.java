package org.yiwang.workflow.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.delivery.spi.PaymentGateway;

/** 缴费查询: asked before anything begins; a payment system that is away is no failure of the payment. */
class PayFeeTest {

    private static final CaseNo NO = new CaseNo("999900202603020000017");

    /** Knows one receipt, or is away. */
    private static PayFee with(boolean away) {
        PayFee pay = new PayFee();
        pay.gateway = new PaymentGateway() {

            @Override
            public String name() {
                return "支付替身";
            }

            @Override
            public long paid(String caseNo, String reference) {
                if (away) {
                    throw new IllegalStateException("no answer");
                }
                return reference.equals("R-1") ? 5000 : 0;
            }

            @Override
            public void refund(String caseNo, String reference, long cents, String refund) {
                throw new IllegalStateException("nothing is to go back");
            }
        };
        return pay;
    }

    @Test
    void whatThePaymentSystemKnowsIsFoundBeforehand() {
        assertEquals(new PayFee.Known("R-1", 5000), with(false).beforehand(NO, new PayFee.Payment(" R-1 ")));
        assertEquals(new PayFee.Known("R-2", 0), with(false).beforehand(NO, new PayFee.Payment("R-2")));
    }

    @Test
    void oneThatIsAwayAndOneThatIsNotAskedFindNothing() {
        assertNull(with(true).beforehand(NO, new PayFee.Payment("R-1")));
        assertNull(with(true).beforehand(NO, new PayFee.Payment(" ")));
        assertNull(with(true).beforehand(NO, new PayFee.Payment(null)));
    }
}
