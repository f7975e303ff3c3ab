package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Pattern;

/**
 * 显示的行数: how many rows of a repeating question a page shows. Empty rows are not saved, so their number travels in the
 * URL.
 *
 * @param field key of the question; empty for none
 */
public record RowsShown(String field, int count) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,40}(\\.\\d{1,3}\\.[A-Za-z0-9]{1,40})?");

    static final RowsShown NONE = new RowsShown("", 0);

    /** One empty row behind those that are filled in. */
    public static RowsShown oneMore(JsonNode answers, String field) {
        return new RowsShown(field, rows(answers, field).size() + 1);
    }

    /** The rows of a question, such as {@code homes.0.owners} within a row of another. */
    public static JsonNode rows(JsonNode answers, String field) {
        return NAME.matcher(field).matches() ? answers.at("/" + field.replace('.', '/')) : MissingNode.getInstance();
    }

    /** Reads {@code members:3}; whatever else is nothing. */
    static RowsShown parse(String text) {
        if (!text.matches("[A-Za-z0-9_.-]{1,100}:\\d{1,3}")) {
            return NONE;
        }
        int colon = text.indexOf(':');
        return new RowsShown(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** Rows to show of a question that has this many with something in them. */
    int of(String key, int filled, int most) {
        return key.equals(field) ? Math.max(filled, Math.min(count, most)) : filled;
    }

    @Override
    public String toString() {
        return field + ":" + count;
    }
}
