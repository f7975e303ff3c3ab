package org.yiwang.workflow.forward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Forwarding;
import org.yiwang.forms.catalogue.StepRole;
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
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockPause;
import org.yiwang.workflow.clock.SuspendKind;
import org.yiwang.workflow.forward.spi.Dispatch;
import org.yiwang.workflow.forward.spi.ExchangeGateway;

/**
 * 上报: the first examination is over; the case goes to the higher authority with opinion and legal basis and everything
 * that was handed in (行政许可法 §35, §43). Its answer is not ours to give: every clock of the office rests until it comes.
 */
@ApplicationScoped
public class ForwardCase implements ActionUseCase<ForwardCase.Report> {

    @Inject
    CaseDesk desk;

    @Inject
    OrderDispatch dispatches;

    @Inject
    ExchangeGateway gateway;

    /** 初审意见和依据. */
    public record Report(String opinion, String legalBasis) {}

    @Override
    public CaseAction action() {
        return CaseAction.FORWARD;
    }

    @Override
    public Class<Report> fields() {
        return Report.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Report> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.FORWARD);
        open.sees(asked.seenVersion());
        Forwarding above = above(open);
        String step = requireWork(open);
        ObjectNode said = new Words()
                .required("opinion", "初审意见", asked.fields().opinion())
                .required("legalBasis", "法律依据", asked.fields().legalBasis())
                .checked();
        open.move(CaseAction.FORWARD, CaseStatus.FORWARDED);
        said.put("authority", above.authority().zh()).put("via", gateway.name());
        CaseRecord report = open.note(RecordKind.FORWARDING, step, "SENT", null, true, said);
        rest(open, above, report);
        open.event(EventType.CASE_FORWARDED, OpenCase.body().put("to", above.to()));
        dispatches.order(open, report, Dispatch.Kind.FORWARD);
        open.tellApplicant(
                "case.forwarded",
                OpenCase.body().put("authority", above.authority().zh()));
        return desk.close(open);
    }

    private static void rest(OpenCase open, Forwarding above, CaseRecord report) {
        open.moment(CaseMoment.FORWARDED);
        open.clocks()
                .pause(ClockPause.begin(SuspendKind.FORWARD, report.id().toString(), above.basis(), open.now())
                        .approved(open.actor().key(), ""));
        open.work().suspend();
    }

    private static Forwarding above(OpenCase open) {
        Forwarding above =
                open.item().forwarding().orElseThrow(() -> Refusal.conflict("NOT_FORWARDED", "这个事项由本机关决定，不上报。"));
        if (open.records(RecordKind.FORWARDING).stream().anyMatch(CaseRecord::decidedAbove)) {
            throw Refusal.conflict("DECIDED_ABOVE", "上级机关已经批复，请按批复办理，不再上报。");
        }
        return above;
    }

    private static String requireWork(OpenCase open) {
        return open.work().all().stream()
                .filter(work -> !work.suspended() && !work.taskId().isEmpty())
                .filter(work -> open.actor().holds(work.queue()))
                .filter(work -> open.step(work).role() == StepRole.REVIEW)
                .peek(open::requireMine)
                .map(work -> work.stepKey())
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("只有正在初审本件的岗位可以上报。"));
    }
}
