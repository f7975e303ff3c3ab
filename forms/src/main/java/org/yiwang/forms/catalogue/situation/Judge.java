package org.yiwang.forms.catalogue.situation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FormDefinition;

/**
 * 条件判断: a condition over answers of which some are still to come. A question that these answers leave out has no
 * answer for good; one that is still to be asked leaves open whatever hangs on it.
 */
final class Judge {

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final FormDefinition form;
    private final JsonNode answers;
    private final Predicate<Field> answered;
    private final Predicate<Field> sure;

    /**
     * @param answered whether a question has had its answer, though it may have been left empty
     * @param sure whether a question, where it is asked, is certain to get some answer
     */
    Judge(FormDefinition form, JsonNode answers, Predicate<Field> answered, Predicate<Field> sure) {
        this.form = form;
        this.answers = answers;
        this.answered = answered;
        this.sure = sure;
    }

    Certainty judge(Optional<Condition> condition) {
        return condition.map(this::judge).orElse(Certainty.YES);
    }

    Certainty judge(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all(all.parts());
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().map(this::judge).reduce(Certainty.NO, Certainty::or);
        }
        if (condition instanceof Condition.Not not) {
            return judge(not.part()).not();
        }
        return test(condition);
    }

    private Certainty all(List<Condition> parts) {
        return parts.stream().map(this::judge).reduce(Certainty.YES, Certainty::and);
    }

    /** Whether the question is asked at all. */
    Certainty asked(Field field) {
        return judge(field.showWhen());
    }

    private Certainty test(Condition test) {
        Optional<Field> found = form.field(test.fields().iterator().next().split("\\.")[0]);
        if (found.isEmpty()) {
            return Certainty.of(test.holds(answers));
        }
        Field field = found.get();
        Certainty asked = asked(field);
        if (asked == Certainty.NO) {
            return Certainty.of(test.holds(NOTHING));
        }
        if (answered.test(field)) {
            return Certainty.of(test.holds(answers));
        }
        if (sure.test(field) && test instanceof Condition.Present present) {
            return present.present() ? asked : asked.not();
        }
        return Certainty.OPEN;
    }
}
