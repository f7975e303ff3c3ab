package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.ServiceWay;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.serving.Completion;
import org.yiwang.workflow.serving.ServiceLetters;
import org.yiwang.workflow.serving.Serving;

/** 邮件结果: a signature on the receipt is the day of service; what comes back waits at the window. */
@ApplicationScoped
class MailResult {

    @Inject
    ServiceLetters letters;

    void delivered(OpenCase open, CaseAction by, String receiver, Instant at, String courier) {
        CaseRecord parcel = open.openRecord(RecordKind.PARCEL).orElseThrow();
        ObjectNode words = (ObjectNode) open.words(parcel);
        open.closeRecord(parcel, "DELIVERED", words.put("receiver", receiver));
        ObjectNode said =
                OpenCase.body().put("place", "邮件送达地址").put("receiver", receiver).put("at", at.toString());
        if (words.hasNonNull("trackingNo")) {
            said.put("trackingNo", words.path("trackingNo").asText());
        }
        List<Paper> inIt = open.unserved();
        letters.served(open, inIt, ServiceWay.POST, said);
        open.event(EventType.RESULT_DELIVERED, OpenCase.body().put("by", "POST"));
        letters.receipt(open, inIt, ServiceWay.POST, said, courier);
        Completion.complete(open, by);
    }

    void returned(OpenCase open, CaseAction by, String reason) {
        CaseRecord parcel = open.openRecord(RecordKind.PARCEL).orElseThrow();
        ObjectNode words = (ObjectNode) open.words(parcel);
        open.closeRecord(parcel, "RETURNED", words.put("reason", reason));
        open.serve(ServiceMethod.PICKUP, open.file().electronic());
        open.event(EventType.MAIL_RETURNED, OpenCase.body());
        open.tellApplicant("case.mailReturned", OpenCase.body());
        if (open.file().status() == CaseStatus.IN_DELIVERY) {
            Serving.ready(open, by);
        } else {
            Serving.work(open, "serve", "送达决定书", ClockKind.DELIVER);
        }
    }
}
