package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/** 退费入账: what is to go back, and that it has gone. */
@ApplicationScoped
public class SettleRefund {

    @Inject
    CaseDesk desk;

    /** 应退: the receipt it was paid by, and how much, in 分. */
    record Due(String reference, long cents) {}

    /** What is still to go back. */
    @Transactional
    public Optional<Due> due(CaseNo no, UUID record) {
        OpenCase open = desk.look(Actor.SYSTEM, no);
        return find(open, record).map(open::words).map(SettleRefund::due);
    }

    private static Due due(JsonNode words) {
        return new Due(words.path("reference").asText(), words.path("cents").asLong());
    }

    /** The payment system has taken it. */
    @Transactional
    public void done(CaseNo no, UUID record) {
        OpenCase open = desk.open(Actor.SYSTEM, no);
        find(open, record).ifPresent(refund -> {
            open.closeRecord(refund, "REFUNDED", (ObjectNode) open.words(refund));
            open.event(EventType.FEE_REFUNDED, OpenCase.body());
            open.tellApplicant("case.refunded", OpenCase.body());
            desk.close(open);
        });
    }

    private static Optional<CaseRecord> find(OpenCase open, UUID record) {
        return open.records(RecordKind.REFUND).stream()
                .filter(one -> one.open() && one.id().equals(record))
                .findFirst();
    }
}
