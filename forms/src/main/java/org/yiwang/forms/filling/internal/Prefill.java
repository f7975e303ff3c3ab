package org.yiwang.forms.filling.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.PartySnapshot;

/** 预填: what the platform knows is not asked again. Answers are found by the data element their question stands for. */
public final class Prefill {

    private Prefill() {}

    /**
     * @param operator who fills it in; the applicant himself unless he acts for another
     */
    public static ObjectNode of(FormDefinition form, PartySnapshot applicant, PartySnapshot operator) {
        Map<String, String> known = known(applicant, operator);
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        for (Section section : form.sections()) {
            for (Field field : section.fields()) {
                field.dataElement()
                        .map(known::get)
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> answers.put(field.key(), value));
            }
        }
        return form.normalise(answers);
    }

    private static Map<String, String> known(PartySnapshot applicant, PartySnapshot operator) {
        Map<String, String> known = new HashMap<>();
        if (applicant.kind() == PartyKind.ORGANISATION) {
            organisation(known, "organisation", applicant);
            // Where an employer applies for somebody who works there, the employer is the applicant.
            organisation(known, "employer", applicant);
        } else {
            person(known, "person", applicant);
        }
        if (operator.id() != applicant.id()) {
            person(known, "agent", operator);
        }
        return known;
    }

    private static void organisation(Map<String, String> known, String prefix, PartySnapshot organisation) {
        known.put(prefix + ".name", organisation.name());
        known.put(prefix + ".creditCode", organisation.number());
        known.put(prefix + ".phone", organisation.phone());
    }

    private static void person(Map<String, String> known, String prefix, PartySnapshot person) {
        known.put(prefix + ".name", person.name());
        known.put(prefix + ".idNumber", person.number());
        known.put(prefix + ".phone", person.phone());
        known.put(
                prefix + ".birthDate",
                person.birthDate() == null ? "" : person.birthDate().toString());
    }
}
