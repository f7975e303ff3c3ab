package org.yiwang.workflow.correction;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.filling.AmendSubmission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.intake.IntakeWork;

/** 重新提交: the papers come back changed as the applicant wanted them; what is left of the five days goes on. */
@ApplicationScoped
public class ResubmitCase implements ActionUseCase<ResubmitCase.Changes> {

    @Inject
    CaseDesk desk;

    @Inject
    AmendSubmission amend;

    @Inject
    IntakeWork intake;

    /** 修改内容: changed answers by field, and files uploaded for this case. */
    public record Changes(JsonNode answers, List<SupplyCorrection.Supplied> files) {}

    @Override
    public CaseAction action() {
        return CaseAction.RESUBMIT;
    }

    @Override
    public Class<Changes> fields() {
        return Changes.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Changes> asked) {
        return resubmit(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView resubmit(Actor actor, CaseNo no, long seenVersion, Changes changes) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RESUBMIT);
        open.sees(seenVersion);
        List<SupplyCorrection.Supplied> files = changes.files() == null ? List.of() : changes.files();
        amend.amend(
                        actor,
                        open.file().submissionId(),
                        changes.answers(),
                        files.stream()
                                .map(file -> new AmendSubmission.NewMaterial(
                                        file.requirement(), file.fileId(), "case:" + no))
                                .toList())
                .ifPresent(open::involves);
        open.move(CaseAction.RESUBMIT, CaseStatus.SUBMITTED);
        open.event(EventType.CASE_RESUBMITTED, OpenCase.body().put("files", files.size()));
        intake.open(open);
        return desk.close(open);
    }
}
