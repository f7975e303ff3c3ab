package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.delivery.internal.Parcels;
import org.yiwang.workflow.delivery.spi.Courier;

/** 寄递反馈: what the courier answers goes into the case; a signature serves, a return brings it back to the window. */
@ApplicationScoped
public class FollowParcel {

    @Inject
    CaseDesk desk;

    @Inject
    Parcels parcels;

    @Inject
    Courier courier;

    @Inject
    MailResult result;

    @Inject
    ReadSubmission submissions;

    /** To whom and where it goes, as the applicant has last said it. */
    @Transactional
    Courier.Parcel addressed(Parcels.Row row) {
        OpenCase open = desk.look(Actor.SYSTEM, new CaseNo(row.caseNo()));
        Submission submission = open.submission(submissions);
        List<CaseRecord> chosen = open.records(RecordKind.SERVICE_CHOICE);
        JsonNode last = chosen.isEmpty() ? null : open.words(chosen.get(chosen.size() - 1));
        return new Courier.Parcel(
                row.id().toString(),
                submission.applicant().name(),
                last == null
                        ? submission.service().address()
                        : last.path("address").asText(),
                last == null ? submission.service().phone() : last.path("phone").asText(),
                row.orderedAt());
    }

    /** Is it still to go? What was rescinded before the courier came stays in the house. */
    @Transactional
    boolean wanted(Parcels.Row row) {
        OpenCase open = desk.look(Actor.SYSTEM, new CaseNo(row.caseNo()));
        boolean wanted = open.openRecord(RecordKind.PARCEL).isPresent();
        if (!wanted) {
            parcels.ended(row.id(), "CANCELLED");
        }
        return wanted;
    }

    /** The courier has taken it and given it a number. */
    @Transactional
    void taken(Parcels.Row row, String trackingNo) {
        OpenCase open = desk.open(Actor.SYSTEM, new CaseNo(row.caseNo()));
        Optional<CaseRecord> parcel = open.openRecord(RecordKind.PARCEL);
        if (parcel.isEmpty() || !parcels.taken(row.id(), trackingNo, open.now())) {
            return;
        }
        ObjectNode words = (ObjectNode) open.words(parcel.get());
        words.put("trackingNo", trackingNo).put("courier", courier.name());
        open.rewrite(parcel.get(), words);
        open.event(EventType.PARCEL_TAKEN, OpenCase.body());
        open.tellApplicant("case.sent", OpenCase.body().put("trackingNo", trackingNo));
        desk.close(open);
    }

    /** It was delivered, or came back; false when that was known. */
    @Transactional
    public boolean on(Parcels.Row row, Courier.Track track) {
        OpenCase open = desk.open(Actor.SYSTEM, new CaseNo(row.caseNo()));
        if (open.openRecord(RecordKind.PARCEL).isEmpty()) {
            parcels.ended(row.id(), "CANCELLED");
            return false;
        }
        open.require(CaseAction.FOLLOW_MAIL);
        if (track.state() == Courier.State.DELIVERED) {
            result.delivered(open, CaseAction.FOLLOW_MAIL, track.receiver(), track.at(), courier.name());
        } else {
            result.returned(open, CaseAction.FOLLOW_MAIL, track.reason());
        }
        parcels.ended(row.id(), track.state().name());
        desk.close(open);
        return true;
    }
}
