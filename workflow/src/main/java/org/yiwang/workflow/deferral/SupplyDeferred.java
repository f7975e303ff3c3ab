package org.yiwang.workflow.deferral;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.AmendSubmission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.CaseClock;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 补交容缺材料: one material or several, online or at the window, each with a line on the receipt. The day the office has it
 * counts (以送达机关时间为准); what comes too late is not taken.
 */
@ApplicationScoped
public class SupplyDeferred implements ActionUseCase<SupplyDeferred.Given> {

    @Inject
    CaseDesk desk;

    @Inject
    AmendSubmission amend;

    @Inject
    Settle settle;

    /** 补交文件: a file uploaded for this case, and the material it is. */
    public record Supplied(String requirement, UUID fileId) {}

    /** 补交内容. */
    public record Given(List<Supplied> files) {}

    @Override
    public CaseAction action() {
        return CaseAction.SUPPLY_DEFERRED;
    }

    @Override
    public Class<Given> fields() {
        return Given.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Given> asked) {
        return supply(actor, no, asked.seenVersion(), asked.fields().files());
    }

    @Transactional
    public CaseView supply(Actor actor, CaseNo no, long seenVersion, List<Supplied> files) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.SUPPLY_DEFERRED);
        open.sees(seenVersion);
        if (files == null || files.isEmpty()) {
            throw Refusal.invalid("files", "REQUIRED", "请上传要补交的容缺材料，可以先补交其中一项。");
        }
        List<CaseRecord> brought = files.stream()
                .map(Supplied::requirement)
                .distinct()
                .map(material -> Deferrals.owed(open, material))
                .toList();
        brought.forEach(entry -> requireInTime(open, entry));
        amend.amend(
                actor,
                open.file().submissionId(),
                JsonNodeFactory.instance.objectNode(),
                files.stream()
                        .map(file -> new AmendSubmission.NewMaterial(file.requirement(), file.fileId(), "case:" + no))
                        .toList());
        take(open, brought);
        settle.settle(open, CaseAction.SUPPLY_DEFERRED);
        return desk.close(open);
    }

    private static void requireInTime(OpenCase open, CaseRecord entry) {
        boolean late = open.clocks()
                .running(ClockKind.DEFERRED, entry.stepKey())
                .filter((CaseClock clock) -> clock.late(open.now()))
                .isPresent();
        if (late) {
            throw Refusal.conflict("DEFERRAL_EXPIRED", "补交期限已过，不能再补交。因不可抗力耽误的，请向办理部门说明；也可以重新申请。");
        }
    }

    private static void take(OpenCase open, List<CaseRecord> brought) {
        ObjectNode data = OpenCase.body();
        ArrayNode items = data.putObject("deferral").putArray("items");
        for (CaseRecord entry : brought) {
            items.addObject()
                    .put("name", open.words(entry).path("name").asText())
                    .put("given", "已接收");
            Deferrals.close(open, entry, DeferralState.SUPPLIED);
        }
        open.touch();
        open.event(EventType.DEFERRED_SUPPLIED, OpenCase.body().put("materials", brought.size()));
        open.letter(DocumentKind.DEFERRAL_RECEIPT, DocumentKind.DEFERRAL_RECEIPT.template(), data);
        open.tellApplicant("deferral.supplied", OpenCase.body());
        open.work().all().stream()
                .filter(work -> !work.taskId().isEmpty())
                .forEach(work -> open.tell(
                        work.holder(), "work.deferredSupplied", OpenCase.body().put("step", work.stepName())));
    }
}
