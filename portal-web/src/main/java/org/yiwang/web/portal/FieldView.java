package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;

/**
 * 题目视图: one question as the view shows it: where its input is, what stands in it, what is wrong with it.
 *
 * @param name of the input: {@code phone}, in a row {@code members.0.phone}
 * @param when what the answers so far make of it, and by what conditions
 * @param options those that can be chosen now, and those that another answer on this page may bring up
 * @param errors messages by input name, of the whole form
 * @param rows the rows of a repeating question, each with its columns
 */
public record FieldView(
        Field field,
        String name,
        JsonNode answer,
        When when,
        List<OptionView> options,
        Map<String, String> errors,
        List<List<FieldView>> rows) {

    /**
     * 条件.
     *
     * @param shown whether the answers so far call for it
     * @param showWhen its condition as JSON for the script; null if it is always asked
     * @param needed whether there must be an answer
     * @param requireWhen the condition for that; null if it does not depend on anything
     * @param changed asked differently since it was answered
     */
    public record When(boolean shown, String showWhen, boolean needed, String requireWhen, boolean changed) {}

    /**
     * 选项视图.
     *
     * @param when its condition as JSON for the script; null if it is always offered
     */
    public record OptionView(Field.Option option, String when) {

        public String value() {
            return option.value();
        }

        public LocalText label() {
            return option.label();
        }
    }

    private static final Set<FieldType> PARTED = Set.of(FieldType.ADDRESS, FieldType.DATE_RANGE, FieldType.SIGNATURE);

    public boolean shown() {
        return when.shown();
    }

    public String showWhen() {
        return when.showWhen();
    }

    public boolean needed() {
        return when.needed();
    }

    /** Nothing is typed into it. */
    public boolean silent() {
        return field.type().silent();
    }

    /** The widget: text, longText, number, date, choice, select, multiChoice, yesno, phone, address, rows and the like. */
    public String widget() {
        return switch (field.type()) {
            case ID_NUMBER, CREDIT_CODE, BANK_CARD, BANK_ACCOUNT -> "text";
            case MONEY -> "number";
            case CHOICE -> field.options().size() > 7 ? "select" : "choice";
            default -> field.type().key();
        };
    }

    /** Several inputs under one heading, which is then a legend and not a label. */
    public boolean group() {
        return switch (widget()) {
            case "choice",
                    "yesno",
                    "multiChoice",
                    "address",
                    "rows",
                    "dateRange",
                    "declaration",
                    "signature",
                    "file",
                    "computed" -> true;
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
                || PARTED.contains(field.type())
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
            case NUMBER, MONEY -> "decimal";
            case BANK_CARD, BANK_ACCOUNT -> "numeric";
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
            case NUMBER, DATE, MONEY -> "w-short";
            case PHONE, ID_NUMBER, CREDIT_CODE, BANK_CARD, BANK_ACCOUNT -> "w-mid";
            default -> null;
        };
    }
}
