package org.yiwang.forms.catalogue.form;

import java.util.List;

/** 回显: the answers of one section as people read them, for check pages, desks and printed forms. */
public record DisplaySection(String key, String title, List<Row> rows) {

    public DisplaySection {
        rows = List.copyOf(rows);
    }

    /** One question with its answer; unanswered questions are left out. */
    public record Row(String path, String label, String value) {}
}
