package org.yiwang.forms.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.yiwang.forms.catalogue.form.Condition;

/**
 * 申请材料: one material an item asks for.
 *
 * @param originals originals to be shown or handed in on paper
 * @param copies copies
 * @param when needed only when this holds for the answers
 * @param acceptStandard 受理标准: what the window looks at
 * @param sample path of a sample file in the package
 * @param standard code of the standard material it is
 * @param blank path of a blank form in the package, to be filled in and handed in
 * @param perPerson 每人一份: key of the rows of which each needs its own
 * @param holder whose it is, where one item asks for the same standard material of several
 */
public record MaterialRequirement(
        String key,
        LocalText name,
        Necessity necessity,
        MaterialOrigin source,
        int originals,
        int copies,
        Optional<Condition> when,
        String acceptStandard,
        Optional<String> sample,
        Optional<LocalText> note,
        String standard,
        Optional<String> holder,
        Optional<String> blank,
        Optional<String> perPerson) {

    /** Whether it is asked for at all, given these answers. */
    public boolean applies(JsonNode answers) {
        return when.map(condition -> condition.holds(answers)).orElse(true);
    }

    /** How many of it these answers call for: one, or one for each row of the group it is asked of. */
    public int sets(JsonNode answers) {
        return perPerson.map(rows -> Math.max(1, answers.path(rows).size())).orElse(1);
    }

    /**
     * Whether a submission without it, or without a promise in its place, is refused: asked for, not optional, and held by
     * nobody but the applicant.
     */
    public boolean mandatory(JsonNode answers) {
        return necessity != Necessity.OPTIONAL && source == MaterialOrigin.SELF && applies(answers);
    }
}
