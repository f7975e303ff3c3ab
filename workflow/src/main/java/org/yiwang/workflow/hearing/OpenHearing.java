package org.yiwang.workflow.hearing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/**
 * 决定举行听证: without anybody's request, where a law says so or the office finds that great public interests are touched
 * (行政许可法 §46). Once it is set, it is announced to the public.
 */
@ApplicationScoped
public class OpenHearing implements ActionUseCase<OpenHearing.Ground> {

    @Inject
    CaseDesk desk;

    /**
     * 听证事由.
     *
     * @param reason which public interests are touched, or which law asks for it; strangers will read it
     */
    public record Ground(String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.OPEN_HEARING;
    }

    @Override
    public Class<Ground> fields() {
        return Ground.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Ground> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.OPEN_HEARING);
        open.sees(asked.seenVersion());
        if (open.openRecord(RecordKind.HEARING).isPresent()) {
            throw Refusal.conflict("HEARING_OPEN_ALREADY", "本件已经要举行听证，不用再次决定。");
        }
        ObjectNode said = new Words()
                .required("reason", "举行听证的理由", asked.fields().reason())
                .checked();
        open.move(CaseAction.OPEN_HEARING, CaseStatus.IN_REVIEW);
        LocalDate holdBy = BeginHearing.begin(
                open, BeginHearing.OFFICE, said, said.path("reason").asText());
        open.event(EventType.HEARING_OPENED, OpenCase.body().put("holdBy", holdBy.toString()));
        open.tellApplicant("hearing.opened", OpenCase.body().put("dueOn", holdBy.toString()));
        return desk.close(open);
    }
}
