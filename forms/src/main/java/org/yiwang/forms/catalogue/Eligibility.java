package org.yiwang.forms.catalogue;

import java.util.Optional;
import org.yiwang.forms.catalogue.form.Condition;

/**
 * 受理条件: something an applicant must meet; with a rule the form itself can tell.
 *
 * @param rule holds when the condition is met; empty where only an officer can judge
 */
public record Eligibility(String key, LocalText text, Optional<Condition> rule) {}
