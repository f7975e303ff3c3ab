package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/** 缴费入账: a payment is known, or is known not to be; until then the receipt number waits in the case. */
@ApplicationScoped
public class SettlePayment {

    /** Outbox kind of a look-up that could not be made at once. */
    static final String CHECK = "CHECK_PAYMENT";

    @Inject
    CaseDesk desk;

    @Inject
    OrderResult result;

    @Inject
    RefundFee refund;

    @Inject
    Outbox outbox;

    /** It is paid: what waited for it goes on. */
    void paid(OpenCase open, CaseRecord record, ObjectNode words) {
        open.paid();
        open.closeRecord(record, "PAID", words.put("cents", open.file().feeCents()));
        open.event(EventType.FEE_PAID, OpenCase.body().put("cents", open.file().feeCents()));
        open.tellApplicant("case.paid", OpenCase.body());
        if (open.file().decision() == DecisionKind.GRANT) {
            result.afterPayment(open);
        }
    }

    /** The payment system is away: looked up after the commit, again and again until it answers. */
    void later(OpenCase open, CaseRecord record) {
        open.touch();
        String no = open.file().caseNo().value();
        open.event(EventType.PAYMENT_REPORTED, OpenCase.body());
        outbox.order(
                CHECK,
                record.id().toString(),
                "payment:" + no,
                OpenCase.body()
                        .put("caseNo", no)
                        .put("record", record.id().toString())
                        .toString());
    }

    /** The receipt number that waits; empty when it does not wait any more. */
    @Transactional
    public Optional<String> waiting(CaseNo no, UUID record) {
        OpenCase open = desk.look(Actor.SYSTEM, no);
        return find(open, record)
                .map(found -> open.words(found).path("reference").asText());
    }

    /** What the payment system answered in the end. */
    @Transactional
    public void settle(CaseNo no, UUID record, long cents) {
        OpenCase open = desk.open(Actor.SYSTEM, no);
        CaseRecord found = find(open, record).orElse(null);
        if (found == null || !open.file().feeOutstanding()) {
            return;
        }
        ObjectNode words = (ObjectNode) open.words(found);
        if (cents >= open.file().feeCents()) {
            paid(open, found, words);
            if (open.file().status().ended()) {
                refund.ifPaid(open);
            }
        } else {
            open.closeRecord(found, "NOT_FOUND", words);
            open.touch();
            open.event(EventType.PAYMENT_NOT_FOUND, OpenCase.body());
            open.tellApplicant(
                    "case.paymentNotFound",
                    OpenCase.body().put("cents", open.file().feeCents()));
        }
        desk.close(open);
    }

    private static Optional<CaseRecord> find(OpenCase open, UUID record) {
        return open.records(RecordKind.PAYMENT).stream()
                .filter(one -> one.open() && one.id().equals(record))
                .findFirst();
    }
}
