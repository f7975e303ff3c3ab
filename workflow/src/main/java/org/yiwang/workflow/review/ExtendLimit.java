package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.ExtensionApprover;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 延期: whom the item names approves or refuses what a reviewer asked for: once, within the limit itself, never the one who
 * asked (行政许可法 §42). The applicant is told in writing why and until when; the date before stays on record.
 */
@ApplicationScoped
public class ExtendLimit implements ActionUseCase<ExtendLimit.Answer> {

    @Inject
    CaseDesk desk;

    /**
     * 批复.
     *
     * @param reason needed when it is refused
     */
    public record Answer(Boolean approved, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.EXTEND;
    }

    @Override
    public Class<Answer> fields() {
        return Answer.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Answer> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.EXTEND);
        open.sees(asked.seenVersion());
        CaseRecord request = open.openRecord(RecordKind.EXTENSION)
                .orElseThrow(() -> Refusal.conflict("NOTHING_ASKED", "本件没有待批准的延期申请。"));
        requireApprover(open, request);
        ObjectNode words = (ObjectNode) open.words(request);
        boolean approved = checked(asked.fields(), words);
        if (approved) {
            extend(open, words);
        } else {
            open.event(EventType.EXTENSION_REFUSED, OpenCase.body());
        }
        settle(open, request, approved ? "APPROVED" : "REFUSED", words);
        open.tell(
                "officer:" + request.officerId(),
                "work.extension.done",
                OpenCase.body()
                        .put("dueOn", open.dueOn(ClockKind.LEGAL).orElseThrow().toString()));
        return desk.close(open);
    }

    private static void requireApprover(OpenCase open, CaseRecord request) {
        boolean holds = open.work().all().stream()
                .filter(work -> work.stepKey().equals(RequestExtension.STEP))
                .anyMatch(work -> open.actor().holds(work.queue()));
        if (!holds) {
            throw Refusal.forbidden("这项延期不由您的岗位批准。");
        }
        if (request.by(open.actor().id())) {
            throw Refusal.conflict("FOUR_EYES", "申请延期的人员不能自己批准，请由其他负责人批准。");
        }
    }

    private static boolean checked(Answer answer, ObjectNode into) {
        Words words = Boolean.FALSE.equals(answer.approved())
                ? new Words().required("reason", "不同意的理由", answer.reason())
                : new Words().optional("reason", "批准意见", answer.reason());
        if (answer.approved() == null) {
            words.problem("approved", "REQUIRED", "请选择“批准”或“不同意”。");
        }
        into.set("answer", words.checked());
        return Boolean.TRUE.equals(answer.approved());
    }

    private static void extend(OpenCase open, ObjectNode words) {
        Extension by = open.clocks().extensible(LimitKind.LEGAL, open.now());
        LocalDate before = open.dueOn(ClockKind.LEGAL).orElseThrow();
        open.clocks().extend(LimitKind.LEGAL, open.now());
        LocalDate after = open.dueOn(ClockKind.LEGAL).orElseThrow();
        open.work().redate();
        open.event(
                EventType.LIMIT_EXTENDED,
                OpenCase.body()
                        .put("limit", LimitKind.LEGAL.name())
                        .put("by", by.value())
                        .put("unit", by.unit().name())
                        .put("dueBefore", before.toString())
                        .put("dueOn", after.toString()));
        ObjectNode data = OpenCase.body();
        data.putObject("extension")
                .put("reason", words.path("reason").asText())
                .put("length", by.span().text(Language.ZH))
                .put("basis", open.item().limit(LimitKind.LEGAL).orElseThrow().basis())
                .put("approver", ExtensionApprover.words(by))
                .put("dueBefore", LetterDate.of(before))
                .put("dueOn", LetterDate.of(after));
        open.letter(DocumentKind.EXTENSION_NOTICE, DocumentKind.EXTENSION_NOTICE.template(), data);
        open.tellApplicant("case.extended", OpenCase.body().put("dueOn", after.toString()));
    }

    /** A decision leaves nothing to extend. */
    static void overtaken(OpenCase open) {
        open.openRecord(RecordKind.EXTENSION)
                .ifPresent(request -> settle(open, request, "OVERTAKEN", (ObjectNode) open.words(request)));
    }

    private static void settle(OpenCase open, CaseRecord request, String outcome, ObjectNode words) {
        open.closeRecord(request, outcome, words);
        open.work().all().stream()
                .filter(work -> work.stepKey().equals(RequestExtension.STEP))
                .forEach(open.work()::close);
        open.touch();
    }
}
