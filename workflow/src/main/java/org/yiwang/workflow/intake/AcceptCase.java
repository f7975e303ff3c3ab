package org.yiwang.workflow.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.cooling.CoolOff;
import org.yiwang.workflow.deferral.Deferrals;
import org.yiwang.workflow.process.CaseProcess;

/**
 * 受理: the authority takes the case on. From here the legal and the promised clock run; after a correction they run from
 * the day on which the papers were complete (行政许可法 §32).
 */
@ApplicationScoped
public class AcceptCase implements ActionUseCase<ActionUseCase.NoFields> {

    @Inject
    CaseDesk desk;

    @Inject
    CaseProcess process;

    @Inject
    CoolOff coolOff;

    @Inject
    ReadSubmission submissions;

    @Override
    public CaseAction action() {
        return CaseAction.ACCEPT;
    }

    @Override
    public Class<NoFields> fields() {
        return NoFields.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<NoFields> asked) {
        return accept(actor, no, asked.seenVersion());
    }

    @Transactional
    public CaseView accept(Actor actor, CaseNo no, long seenVersion) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.ACCEPT);
        open.sees(seenVersion);
        requireProcess(open);
        if (Deferrals.grantsOnPromise(open)) {
            throw Refusal.conflict("DEFERRAL", "申请人承诺后补的材料还没有交，请办理“容缺受理”，或告知补正。");
        }
        requireCovered(open.submission(submissions));
        ReceiveCase.ifNotYet(open);
        takeOn(open, CaseAction.ACCEPT, EventType.CASE_ACCEPTED, completeSince(open));
        return desk.close(open);
    }

    /** 即办件材料不齐的不得受理成承诺件. */
    static void requireProcess(OpenCase open) {
        if (open.item().processDefinitionId().isEmpty()) {
            throw Refusal.conflict("INSTANT_ONLY", "这个事项即时办结，不能转为承诺件受理；请告知补正，或告知不予受理的理由。");
        }
    }

    /** 守卫①: what has to be there is there, or was promised as the item allows. */
    static void requireCovered(Submission submission) {
        submission.uncovered().stream().findFirst().ifPresent(missing -> {
            throw Refusal.conflict(
                    "MATERIALS_MISSING", "必备材料“" + missing.name().zh() + "”还没有交，也不属于容缺或者承诺的材料，不能受理；请一次告知补正。");
        });
    }

    /** The case is taken on as of that moment, by an act or by silence. */
    void takeOn(OpenCase open, CaseAction how, EventType event, Instant from) {
        open.moveAsOf(how, CaseStatus.ACCEPTED, from);
        open.clocks().on(CaseMoment.ACCEPTED, open.now(), open.countsFrom(from));
        open.event(event, OpenCase.body().put("acceptedOn", LegalDay.of(from).toString()));
        open.work().closeAll();
        String definition = open.item().processDefinitionId().orElseThrow();
        open.started(process.start(definition, open.file().caseNo().value()));
        ObjectNode data = OpenCase.body().put("deemed", how == CaseAction.DEEM_ACCEPTED);
        data.set("coolingOff", coolOff.begin(open, from));
        open.letter(DocumentKind.ACCEPT_NOTICE, DocumentKind.ACCEPT_NOTICE.template(), data);
        open.tellApplicant("case.accepted", OpenCase.body());
        Deferrals.begin(open, from, open.submission(submissions));
    }

    static Instant completeSince(OpenCase open) {
        if (open.file().status() != CaseStatus.CORRECTION_SUBMITTED) {
            return open.now();
        }
        return open.records(RecordKind.CORRECTION).stream()
                .map(CaseRecord::closedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
