package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.catalogue.form.Signer;

/**
 * 签名: a typed name, confirmed by the person signed in, over the answers as they stand. What the platform writes beside it
 * (who, when, in what way, over what) is never taken from outside.
 */
public final class Signing {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WRITTEN = List.of("by", "at", "way", "of");

    private Signing() {}

    /** The parts of a signature, whoever wrote them. */
    static JsonNode kept(JsonNode raw) {
        ObjectNode out = JSON.objectNode();
        String name = Typing.line(raw.isObject() ? raw.path("name").asText("") : raw.asText(""));
        if (!name.isEmpty()) {
            out.put("name", name);
        }
        if (List.of("true", "on", "1").contains(raw.path("confirmed").asText(""))) {
            out.put("confirmed", true);
        }
        for (String part : WRITTEN) {
            if (raw.path(part).isTextual()) {
                out.set(part, raw.get(part));
            }
        }
        return out;
    }

    /** What came from outside, without what only the platform writes. */
    public static JsonNode typed(JsonNode raw) {
        if (!raw.isObject()) {
            return TextNode.valueOf(raw.asText(""));
        }
        ObjectNode typed = raw.deepCopy();
        typed.remove(WRITTEN);
        return typed;
    }

    /** Writes the signer into every signature just confirmed under a name of his. */
    public static void stamp(List<Section> sections, ObjectNode answers, Signer signer) {
        String of = digest(sections, answers);
        for (Section section : sections) {
            for (Field field : section.fields()) {
                JsonNode answer = answers.path(field.key());
                if (field.type() != FieldType.SIGNATURE || !answer.has("confirmed")) {
                    continue;
                }
                ObjectNode signature = (ObjectNode) answer;
                signature.remove("confirmed");
                if (signer.mayBe(signature.path("name").asText())) {
                    signature
                            .put("by", signer.key())
                            .put("at", signer.at().toString())
                            .put("way", signer.way().name())
                            .put("of", of);
                }
            }
        }
    }

    /** SHA-256 over the answers that are signed: all that somebody typed but the signatures themselves. */
    static String digest(List<Section> sections, JsonNode answers) {
        ObjectNode signed = JSON.objectNode();
        for (Section section : sections) {
            signed.setAll((ObjectNode) typedOnly(section.fields(), answers));
        }
        return Declarations.sha256(signed.toString());
    }

    private static JsonNode typedOnly(List<Field> fields, JsonNode answers) {
        ObjectNode out = JSON.objectNode();
        for (Field field : fields) {
            JsonNode answer = answers.path(field.key());
            if (answer.isMissingNode()
                    || field.type() == FieldType.SIGNATURE
                    || field.type().silent()) {
                continue;
            }
            if (field.type() == FieldType.ROWS && answer.isArray()) {
                var rows = out.putArray(field.key());
                answer.forEach(row -> rows.add(typedOnly(field.fields(), row)));
            } else {
                out.set(field.key(), answer);
            }
        }
        return sorted(out);
    }

    /** Moving a question to another place changes nothing of what was signed. */
    private static ObjectNode sorted(ObjectNode answers) {
        ObjectNode out = JSON.objectNode();
        answers.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> out.set(e.getKey(), e.getValue()));
        return out;
    }

    /** What is wrong with a signature; empty if it stands. */
    static Optional<String> wrong(JsonNode signature, String digest) {
        if (!signature.hasNonNull("of")) {
            return Optional.of("SIGNATURE_UNCONFIRMED");
        }
        return signature.path("of").asText().equals(digest) ? Optional.empty() : Optional.of("SIGNATURE_STALE");
    }
}
