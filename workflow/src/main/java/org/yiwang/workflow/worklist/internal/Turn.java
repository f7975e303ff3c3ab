package org.yiwang.workflow.worklist.internal;

import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.worklist.Cursor;

/** 翻页位置(待办): where a page of an inbox ended; urgent work comes before all other, whenever that is due. */
public record Turn(int turn, Cursor at) {

    /** Null for the first page. */
    public static Turn parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] parts = text.split("_", 2);
        if (parts.length < 2 || !parts[0].matches("[01]")) {
            throw Refusal.invalid("after", "FORMAT", "翻页参数 after 不正确，请使用上一页返回的 next。");
        }
        return new Turn(Integer.parseInt(parts[0]), Cursor.parse(parts[1]));
    }

    @Override
    public String toString() {
        return turn + "_" + at;
    }
}
