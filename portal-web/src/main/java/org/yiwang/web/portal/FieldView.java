package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;

/**
 * 题目视图: one question as the view shows it: where its input is, what stands in it, what is wrong with it.
 *
 * @param name of the input: {@code phone}, in a row {@code members.0.phone}
 * @param shown whether the answers so far call for it
 * @param showWhen its condition as JSON for the script; null if it is always asked
 * @param errors messages by input name, of the whole form
 * @param rows the rows of a repeating question, each with its columns
 */
public record FieldView(
        Field field,
        String name,
        JsonNode answer,
        boolean shown,
        String showWhen,
        Map<String, String> errors,
        List<List<FieldView>> rows) {

    /** The widget: text, longText, number, date, choice, select, multiChoice, yesno, phone, address or rows. */
    public String widget() {
        return switch (field.type()) {
            case ID_NUMBER, CREDIT_CODE -> "text";
            case CHOICE -> field.options().size() > 7 ? "select" : "choice";
            default -> field.type().key();
        };
    }

    /** Several inputs under one heading, which is then a legend and not a label. */
    public boolean group() {
        return switch (widget()) {
            case "choice", "yesno", "multiChoice", "address", "rows" -> true;
            default -> false;
        };
    }

    public String id() {
        return idOf(name);
    }

    public static String idOf(String name) {
        return "f-" + name.replace('.', '-');
    }

    /** What stands in the input. */
    public String value() {
        return answer.isValueNode() && !answer.isNull() ? answer.asText() : "";
    }

    public String part(String key) {
        return answer.path(key).asText("");
    }

    public boolean chosen(String option) {
        if (answer.isArray()) {
            for (JsonNode element : answer) {
                if (element.asText().equals(option)) {
                    return true;
                }
            }
            return false;
        }
        return answer.isValueNode() && answer.asText().equals(option);
    }

    /** The message at this question or at one of its parts; null if nothing is wrong. */
    public String error() {
        return errors.get(name);
    }

    public String errorAt(String part) {
        return errors.get(name + "." + part);
    }

    /** Any message here or below, for the mark at the side. */
    public boolean wrong() {
        return errors.containsKey(name)
                || field.type() == FieldType.ADDRESS
                        && errors.keySet().stream().anyMatch(key -> key.startsWith(name + "."));
    }

    /** Ids of what describes the input to a screen reader. */
    public String describedBy() {
        List<String> ids = new ArrayList<>();
        if (field.hint().isPresent()) {
            ids.add(id() + "-hint");
        }
        if (error() != null) {
            ids.add(id() + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public String inputMode() {
        return switch (field.type()) {
            case NUMBER -> "decimal";
            case PHONE -> "tel";
            default -> null;
        };
    }

    /** What browsers may fill in by themselves. */
    public String autocomplete() {
        return switch (field.dataElement().orElse("")) {
            case "person.name", "contact.name" -> "name";
            case "person.phone", "contact.phone" -> "tel";
            case "person.email" -> "email";
            default -> field.type() == FieldType.PHONE ? "tel" : "off";
        };
    }

    /** Width follows what is expected, not the page. */
    public String width() {
        return switch (field.type()) {
            case NUMBER, DATE -> "w-short";
            case PHONE, ID_NUMBER, CREDIT_CODE -> "w-mid";
            default -> null;
        };
    }
}
