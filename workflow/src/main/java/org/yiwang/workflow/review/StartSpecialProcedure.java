package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.SpecialProcedureRule;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.forms.document.DocumentKind;
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
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPause;
import org.yiwang.workflow.clock.SuspendKind;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 启动特别程序: inspection, expert review …; its time is not counted in the legal time, and the applicant is told in
 * writing how long it will take (行政许可法 §45).
 */
@ApplicationScoped
public class StartSpecialProcedure implements ActionUseCase<StartSpecialProcedure.Start> {

    @Inject
    CaseDesk desk;

    /** 种类和启动理由. */
    public record Start(SpecialProcedureType type, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.START_SPECIAL_PROCEDURE;
    }

    @Override
    public Class<Start> fields() {
        return Start.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Start> asked) {
        return start(
                actor,
                no,
                asked.seenVersion(),
                asked.fields().type(),
                asked.fields().reason());
    }

    @Transactional
    public CaseView start(Actor actor, CaseNo no, long seenVersion, SpecialProcedureType type, String reason) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.START_SPECIAL_PROCEDURE);
        open.sees(seenVersion);
        requireWork(open);
        boolean alone = open.openRecord(RecordKind.SPECIAL_PROCEDURE).isEmpty();
        if (type == null) {
            throw Refusal.invalid("type", "REQUIRED", "请选择特别程序的种类。");
        }
        if (type == SpecialProcedureType.HEARING) {
            throw Refusal.conflict("USE_HEARING", "听证不再按特别程序启动：请用“告知听证权利”“告知利害关系人”，或者“主动举行听证”，时限同样停止计算。");
        }
        SpecialProcedureRule rule = open.item()
                .specialProcedure(type)
                .orElseThrow(() -> Refusal.invalid("type", "NOT_ALLOWED", "这个事项的实施清单没有规定这种特别程序，不能据此停止计时。"));
        if (running(open, type)) {
            throw Refusal.conflict("RUNNING_ALREADY", "“" + rule.name().zh() + "”正在进行，不能重复启动。");
        }
        ObjectNode said = new Words().required("reason", "启动理由", reason).checked();
        open.move(CaseAction.START_SPECIAL_PROCEDURE, CaseStatus.SPECIAL_PROCEDURE);
        said.put("type", type.name()).put("name", rule.name().zh());
        CaseRecord running = open.note(RecordKind.SPECIAL_PROCEDURE, type.name(), "OPEN", null, true, said);
        open.clocks()
                .startSpecial(
                        ClockPause.begin(SuspendKind.SPECIAL, running.id().toString(), rule.basis(), open.now())
                                .approved(actor.key(), DocumentKind.SPECIAL_PROCEDURE_NOTICE.code()),
                        rule.expected());
        LocalDate expected =
                open.dueOn(ClockKind.SPECIAL, running.id().toString()).orElseThrow();
        if (alone) {
            open.work().suspend();
        }
        open.event(EventType.SPECIAL_PROCEDURE_STARTED, OpenCase.body().put("type", type.name()));
        ObjectNode data = OpenCase.body();
        data.putObject("specialProcedure")
                .put("name", rule.name().zh())
                .put("basis", rule.basis())
                .put("reason", reason.strip())
                .put("duration", rule.expected().text(Language.ZH))
                .put("expectedOn", LetterDate.of(expected));
        open.letter(DocumentKind.SPECIAL_PROCEDURE_NOTICE, DocumentKind.SPECIAL_PROCEDURE_NOTICE.template(), data);
        open.tellApplicant("case.specialProcedure", OpenCase.body().put("expectedOn", expected.toString()));
        return desk.close(open);
    }

    private static boolean running(OpenCase open, SpecialProcedureType type) {
        return open.records(RecordKind.SPECIAL_PROCEDURE).stream()
                .anyMatch(r -> r.open() && r.stepKey().equals(type.name()));
    }

    private static void requireWork(OpenCase open) {
        boolean hasWork = open.work().all().stream()
                .filter(work -> work.part().own())
                .map(WorkItem::queue)
                .anyMatch(open.actor()::holds);
        if (!hasWork) {
            throw Refusal.forbidden("只有正在办理本件的岗位可以启动特别程序。");
        }
    }
}
