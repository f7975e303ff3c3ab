package org.yiwang.forms.catalogue;

import java.util.Optional;
import org.yiwang.forms.catalogue.form.Condition;

/**
 * 流转规则: after that step the process goes on with this outcome when the condition holds; the first that fits wins.
 *
 * @param when empty means always
 */
public record Routing(String after, String outcome, Optional<Condition> when) {}
