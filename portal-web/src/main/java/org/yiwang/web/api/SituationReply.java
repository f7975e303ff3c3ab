package org.yiwang.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.catalogue.Eligibility;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.situation.Situation;
import org.yiwang.forms.catalogue.situation.SituationQuestions;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 情形答复: what follows from answers given before an application.
 *
 * @param verdict CAN, CANNOT, OFFICER (depends on an officer's judgement) or OPEN (questions are still to be answered)
 * @param missing questions without an answer
 * @param problems what cannot be read in the answers
 */
public record SituationReply(
        String code,
        int version,
        String verdict,
        List<String> missing,
        List<Problem> problems,
        List<Finding> conditions,
        List<Paper> materials,
        List<Sum> fees) {

    static SituationReply of(ItemVersion item, ObjectNode given, LocalDate today) {
        if (given == null) {
            throw Refusal.invalid("answers", "REQUIRED", "请在 answers 中给出情形问题的答案。");
        }
        SituationQuestions questions = SituationQuestions.of(item);
        ObjectNode answers = questions.normalise(given);
        Situation situation = questions.judge(answers);
        return new SituationReply(
                item.code().value(),
                item.number(),
                situation.verdict().name(),
                situation.missing(),
                questions.check(answers, today, Language.ZH).stream()
                        .filter(problem -> !problem.code().equals("REQUIRED"))
                        .toList(),
                situation.conditions().stream().map(Finding::of).toList(),
                situation.materials().stream().map(Paper::of).toList(),
                situation.fees().stream().map(Sum::of).toList());
    }

    /**
     * 情形问题.
     *
     * @param form the questions as a form of one section; null where nothing is asked
     */
    public record Questions(String code, int version, JsonNode form) {

        static Questions of(ItemVersion item) {
            return new Questions(
                    item.code().value(),
                    item.number(),
                    SituationQuestions.of(item).form().map(FormDefinition::json).orElse(null));
        }
    }

    /**
     * 条件结论: state MET, NOT_MET, OPEN, OFFICER, IN_THE_FORM or DECLARED.
     *
     * @param instead where to go, or what to do first, when it is not met
     * @param insteadItem code of the service that is meant
     */
    public record Finding(
            String key, LocalText text, String state, LocalText instead, String insteadItem, String basis) {

        static Finding of(Situation.Finding finding) {
            Eligibility condition = finding.condition();
            return new Finding(
                    condition.key(),
                    condition.text(),
                    finding.state().name(),
                    condition.instead().map(Eligibility.Instead::text).orElse(null),
                    condition
                            .instead()
                            .flatMap(Eligibility.Instead::item)
                            .map(item -> item.value())
                            .orElse(null),
                    condition.basis());
        }
    }

    /** 所需材料: way BRING, LICENCE, DATA, LATER, PROMISE or OPTIONAL; not certain while a question is open. */
    public record Paper(String key, LocalText name, String way, boolean certain, int sets, int originals, int copies) {

        static Paper of(Situation.Paper paper) {
            return new Paper(
                    paper.material().key(),
                    paper.material().name(),
                    paper.way().name(),
                    paper.certain(),
                    paper.sets(),
                    paper.material().originals(),
                    paper.material().copies());
        }
    }

    /** 收费, in fen; null while the quantity is not known. */
    public record Sum(String key, LocalText name, Long cents, boolean certain) {

        static Sum of(Situation.Charge charge) {
            return new Sum(
                    charge.fee().key(),
                    charge.fee().name(),
                    charge.cents().isPresent() ? charge.cents().getAsLong() : null,
                    charge.certain());
        }
    }
}
