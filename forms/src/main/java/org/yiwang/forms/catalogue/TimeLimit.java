package org.yiwang.forms.catalogue;

import java.util.Optional;

/**
 * 时限: how long something may take, from which moment to which, and on what ground.
 *
 * @param basis law and article, or the city's own promise
 * @param warning when its light turns yellow; empty for what the city has set
 * @param restsForCorrection whether it rests while the applicant corrects something in review (审查补正); the law knows no
 *     such pause, so it has to be said
 */
public record TimeLimit(
        LimitKind kind,
        int value,
        LimitUnit unit,
        CaseMoment startEvent,
        CaseMoment endEvent,
        String basis,
        Optional<Extension> extension,
        Optional<Warning> warning,
        boolean restsForCorrection) {

    /** One that warns as the city has set and rests for nothing the law does not know. */
    public TimeLimit(
            LimitKind kind,
            int value,
            LimitUnit unit,
            CaseMoment startEvent,
            CaseMoment endEvent,
            String basis,
            Optional<Extension> extension) {
        this(kind, value, unit, startEvent, endEvent, basis, extension, Optional.empty(), false);
    }

    public Span span() {
        return new Span(value, unit);
    }
}
