package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.platform.Refusal;

/**
 * 所涉人员: whoever is named by a number in the answers, such as members of a family, the other side of a sale or a
 * legal representative. Only the lookup hashes leave this class, never a number.
 */
@ApplicationScoped
public class NamedPeople {

    @Inject
    FindParty parties;

    protected NamedPeople() {}

    public NamedPeople(FindParty parties) {
        this.parties = parties;
    }

    /** The hashes that parties of these numbers have or will have; in the order of the alphabet, each once. */
    public Set<String> of(FormDefinition form, JsonNode answers) {
        Set<String> hashes = new TreeSet<>();
        form.sections().forEach(section -> collect(section.fields(), answers, hashes));
        return hashes;
    }

    private void collect(List<Field> fields, JsonNode answers, Set<String> hashes) {
        for (Field field : fields) {
            JsonNode answer = answers.path(field.key());
            if (field.type() == FieldType.ROWS) {
                answer.forEach(row -> collect(field.fields(), row, hashes));
            } else if (field.type() == FieldType.ID_NUMBER) {
                hash(IdType.ID_CARD, answer, hashes);
            } else if (field.type() == FieldType.CREDIT_CODE) {
                hash(IdType.CREDIT_CODE, answer, hashes);
            }
        }
    }

    private void hash(IdType type, JsonNode number, Set<String> hashes) {
        if (!number.isTextual() || number.asText().isBlank()) {
            return;
        }
        try {
            hashes.add(parties.naming(type, number.asText(), "").hash());
        } catch (Refusal notANumber) {
            // A number that cannot be right belongs to nobody; the form's own check has let it pass on purpose.
            return;
        }
    }
}
