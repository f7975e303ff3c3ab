package org.yiwang.forms.catalogue.form;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.LocalText;

/** 表单分节: questions that belong together; one page at a time in the public portal. */
public record Section(String key, LocalText title, Optional<LocalText> intro, List<Field> fields) {

    public Section {
        fields = List.copyOf(fields);
    }
}
