package org.yiwang.workflow.delivery;

import java.time.LocalDate;
import org.yiwang.forms.catalogue.Span;

/** 有效期: the last day on which a result is good. */
final class Validity {

    private Validity() {}

    static LocalDate until(LocalDate from, Span span) {
        LocalDate end =
                switch (span.unit()) {
                    case YEAR -> from.plusYears(span.value());
                    case MONTH -> from.plusMonths(span.value());
                    case CALENDAR_DAY -> from.plusDays(span.value());
                    default -> throw new IllegalArgumentException("no validity in " + span.unit());
                };
        return end.minusDays(1);
    }
}
