package org.yiwang.forms.catalogue;

import java.util.Optional;

/**
 * 时限: how long something may take, from which moment to which, and on what ground.
 *
 * @param basis law and article, or the city's own promise
 */
public record TimeLimit(
        LimitKind kind,
        int value,
        LimitUnit unit,
        CaseMoment startEvent,
        CaseMoment endEvent,
        String basis,
        Optional<Extension> extension) {

    public Span span() {
        return new Span(value, unit);
    }
}
