package org.yiwang.forms.catalogue.course;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.identity.Post;

/**
 * 急事先办: help first, papers later. What comes later and by when goes on record; it is put off, never let off.
 *
 * @param post who may order it
 * @param grounds the emergencies the item knows
 * @param within by when an urgent case has its decision
 * @param later by when what was put off has to be there, from the order on
 * @param materials requirements that may come later; no other may
 */
public record UrgencyRule(
        Post post, List<Ground> grounds, Span within, Span later, List<String> materials, String basis) {

    /** 紧急事由. */
    public record Ground(String key, LocalText name) {}

    public UrgencyRule {
        grounds = List.copyOf(grounds);
        materials = List.copyOf(materials);
    }

    public Optional<Ground> ground(String key) {
        return grounds.stream().filter(ground -> ground.key().equals(key)).findFirst();
    }
}
