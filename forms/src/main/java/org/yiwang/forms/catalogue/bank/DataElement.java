package org.yiwang.forms.catalogue.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.yiwang.forms.catalogue.LocalText;

/**
 * 数据元: a question of the bank. Answers to the same element mean the same thing in every service.
 *
 * @param key such as {@code person.name}
 * @param code 数据元简称, such as {@code xm}; several elements share one where they differ only in whose it is
 * @param type 题型 by its name in {@code form.json}; empty where forms choose
 * @param need why the platform needs it in any service that asks it
 */
public record DataElement(
        String key,
        Optional<String> code,
        Optional<String> type,
        LocalText label,
        Optional<ElementNeed> need,
        ObjectNode definition) {

    /** What a field of it says unless it says something narrower, as in {@code form.json}. A copy. */
    @Override
    public ObjectNode definition() {
        return definition.deepCopy();
    }
}
