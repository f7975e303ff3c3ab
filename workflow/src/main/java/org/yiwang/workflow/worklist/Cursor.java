package org.yiwang.workflow.worklist;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.yiwang.forms.platform.Refusal;

/**
 * 翻页位置: where the page before ended, by what lists are ordered by. It says all of it, so that the next page begins
 * right there even when the work has been done or moved meanwhile.
 */
public record Cursor(LocalDate dueOn, String caseNo, UUID id) {

    /** Null for the first page. */
    public static Cursor parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] parts = text.split("_", 3);
        try {
            return new Cursor(LocalDate.parse(parts[0]), parts[1], UUID.fromString(parts[2]));
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("after", "FORMAT", "翻页参数 after 不正确，请使用上一页返回的 next。");
        }
    }

    @Override
    public String toString() {
        return dueOn + "_" + caseNo + "_" + id;
    }
}
