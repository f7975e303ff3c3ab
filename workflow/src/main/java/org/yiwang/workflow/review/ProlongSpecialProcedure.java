package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.SpecialProcedureRule;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 特别程序补充告知: a special procedure takes longer than the applicant was told; he is told in writing once more, why and
 * until when (行政许可法 §45). The day told before stays on record.
 */
@ApplicationScoped
public class ProlongSpecialProcedure implements ActionUseCase<ProlongSpecialProcedure.Prolongation> {

    private static final int MOST = 120;

    @Inject
    CaseDesk desk;

    /**
     * 补充告知.
     *
     * @param type which one; may be left out while only one runs
     * @param more how much longer, in the unit the item has for this procedure
     */
    public record Prolongation(SpecialProcedureType type, Integer more, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.PROLONG_SPECIAL_PROCEDURE;
    }

    @Override
    public Class<Prolongation> fields() {
        return Prolongation.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Prolongation> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.PROLONG_SPECIAL_PROCEDURE);
        open.sees(asked.seenVersion());
        RunningProcedure.requireWork(open);
        Prolongation given = asked.fields();
        CaseRecord running = RunningProcedure.of(open, given.type());
        ObjectNode said = checked(given);
        SpecialProcedureRule rule = open.item()
                .specialProcedure(SpecialProcedureType.valueOf(running.stepKey()))
                .orElseThrow();
        String ref = running.id().toString();
        LocalDate before = open.dueOn(ClockKind.SPECIAL, ref).orElseThrow();
        open.clocks().prolongSpecial(ref, given.more());
        LocalDate after = open.dueOn(ClockKind.SPECIAL, ref).orElseThrow();
        keep(open, running, said, after);
        open.touch();
        open.event(
                EventType.SPECIAL_PROCEDURE_PROLONGED,
                OpenCase.body()
                        .put("type", running.stepKey())
                        .put("dueBefore", before.toString())
                        .put("dueOn", after.toString()));
        letter(open, rule, said, new Span(given.more(), rule.expected().unit()), before, after);
        open.tellApplicant("case.specialProlonged", OpenCase.body().put("expectedOn", after.toString()));
        return desk.close(open);
    }

    private static ObjectNode checked(Prolongation given) {
        Words words = new Words().required("reason", "延长的理由", given.reason());
        if (given.more() == null || given.more() < 1 || given.more() > MOST) {
            words.problem("more", "OUT_OF_RANGE", "请填写还需要多长时间，1 至 " + MOST + "。");
        }
        return words.checked();
    }

    /** What was said stays with the procedure, which goes on. */
    private static void keep(OpenCase open, CaseRecord running, ObjectNode said, LocalDate until) {
        ObjectNode words = (ObjectNode) open.words(running);
        ArrayNode told = words.withArray("/told");
        told.addObject().put("reason", said.path("reason").asText()).put("until", until.toString());
        open.rewrite(running, words);
    }

    private static void letter(
            OpenCase open, SpecialProcedureRule rule, ObjectNode said, Span more, LocalDate before, LocalDate after) {
        ObjectNode data = OpenCase.body();
        data.putObject("specialProcedure")
                .put("name", rule.name().zh())
                .put("basis", rule.basis())
                .put("reason", said.path("reason").asText())
                .put("duration", "延长" + more.text(Language.ZH))
                .put("toldBefore", LetterDate.of(before))
                .put("expectedOn", LetterDate.of(after));
        open.letter(DocumentKind.SPECIAL_PROCEDURE_NOTICE, DocumentKind.SPECIAL_PROCEDURE_NOTICE.template(), data);
    }
}
