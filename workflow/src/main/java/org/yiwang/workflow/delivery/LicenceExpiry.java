package org.yiwang.workflow.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.Warning;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Region;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 证照到期: from the day a licence is made until its last day. Its holder is reminded so many natural days before
 * ({@code yiwang.licence.remind-days}): the thirty within which he has to ask for a renewal, and some to get ready.
 */
@ApplicationScoped
class LicenceExpiry {

    private static final int USUAL = 45;

    @Inject
    Calendars calendars;

    @Inject
    @ConfigProperty(name = "yiwang.licence.remind-days")
    Optional<Integer> remindDays;

    void begin(OpenCase open, LocalDate until) {
        int days = (int) ChronoUnit.DAYS.between(open.today(), until);
        int before = remindDays.orElse(USUAL);
        // What is valid for so short a time is not called expiring on the day it is made.
        LocalDate remind = until.minusDays(days > before ? before : days / 3);
        // A warning is said in workdays; counted by the calendar of today it is some day about then.
        int workdays = calendars.of(Region.CITY).workdaysBetween(remind, until);
        open.clocks()
                .start(
                        ClockKind.LICENCE_EXPIRY,
                        "",
                        new Span(days, LimitUnit.CALENDAR_DAY),
                        open.item().result().name().zh(),
                        new Warning(workdays, 0),
                        open.now());
    }
}
