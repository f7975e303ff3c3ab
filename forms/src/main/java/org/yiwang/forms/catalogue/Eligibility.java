package org.yiwang.forms.catalogue;

import java.util.Optional;
import org.yiwang.forms.catalogue.form.Condition;

/**
 * 受理条件: something an applicant must meet; with a rule the form itself can tell.
 *
 * @param rule holds when the condition is met; empty where only an officer can judge
 * @param instead where to go, or what to do first, for whoever does not meet it
 * @param basis the law or rule it follows from; empty where the item's own legal bases say so
 */
public record Eligibility(
        String key, LocalText text, Optional<Condition> rule, Optional<Instead> instead, String basis) {

    /**
     * 该去哪里办.
     *
     * @param item the service that is meant, where the city has it
     */
    public record Instead(LocalText text, Optional<ItemCode> item) {}

    /** 保证属实: given with the application itself, not asked beforehand. Services of an errand carry their code in front. */
    public boolean declaration() {
        return key.equals("declared") || key.endsWith(".declared");
    }
}
