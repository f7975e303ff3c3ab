package org.yiwang.workflow.correction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.intake.ReceiveCase;

/**
 * 一次性告知补正: everything that is missing is said at once (行政许可法 §32(4)). A second notice may only repeat what was
 * demanded and is still missing; a new demand is refused unless the head has allowed it and named who is answerable.
 */
@ApplicationScoped
public class RequestCorrection implements ActionUseCase<RequestCorrection.Notice> {

    @Inject
    CaseDesk desk;

    /** 告知内容. */
    public record Notice(List<Demand> demands, String note) {}

    @Override
    public CaseAction action() {
        return CaseAction.REQUEST_CORRECTION;
    }

    @Override
    public Class<Notice> fields() {
        return Notice.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Notice> asked) {
        return request(
                actor,
                no,
                asked.seenVersion(),
                asked.fields().demands(),
                asked.fields().note());
    }

    @Transactional
    public CaseView request(Actor actor, CaseNo no, long seenVersion, List<Demand> demands, String note) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.REQUEST_CORRECTION);
        open.sees(seenVersion);
        List<CaseRecord> earlier = Demands.of(open, "");
        boolean mayAdd = earlier.isEmpty() || Demands.additionAllowed(open, earlier);
        ObjectNode said = Demands.checked(open, demands, note, earlier, mayAdd);
        ReceiveCase.ifNotYet(open);
        open.move(CaseAction.REQUEST_CORRECTION, CaseStatus.CORRECTION_REQUIRED);
        open.moment(CaseMoment.CORRECTION_ISSUED);
        LocalDate dueOn = open.dueOn(ClockKind.CORRECTION).orElse(null);
        CaseRecord entry = open.note(RecordKind.CORRECTION, "", "OPEN", dueOn, true, said);
        open.event(
                EventType.CORRECTION_REQUESTED,
                OpenCase.body().put("round", entry.round()).put("demands", demands.size()));
        open.work().closeAll();
        ObjectNode data = OpenCase.body();
        data.set("correction", Demands.letter(said, dueOn));
        open.letter(DocumentKind.CORRECTION_NOTICE, DocumentKind.CORRECTION_NOTICE.template(), data);
        open.tellApplicant("case.correction", OpenCase.body().put("dueOn", String.valueOf(dueOn)));
        return desk.close(open);
    }
}
