package org.yiwang.workflow.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.clock.internal.CalendarTable;

/** 查看日历: which years are known, by what notice, and whether cases still wait to be counted again. For overseers. */
@ApplicationScoped
public class ReadCalendars {

    @Inject
    CalendarTable table;

    @Inject
    RecountClocks recount;

    /** 日历一览. */
    public record Known(List<CalendarYear> years, long casesToRecount) {}

    @Transactional
    public Known all(Actor actor) {
        overseer(actor);
        List<CalendarYear> years = table.all().stream()
                .sorted(Comparator.comparing(CalendarYear::year)
                        .reversed()
                        .thenComparing(CalendarYear::region, Comparator.reverseOrder()))
                .toList();
        return new Known(years, recount.waiting());
    }

    /** One year of one region; refuses with 404 when nothing was brought in. */
    @Transactional
    public CalendarYear year(Actor actor, String region, int year) {
        overseer(actor);
        return table.all().stream()
                .filter(y -> y.region().equals(region) && y.year() == year)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("这一年的日历"));
    }

    private static void overseer(Actor actor) {
        if (!actor.is(Role.ADMIN) && !actor.is(Role.SUPERVISOR)) {
            throw Refusal.forbidden("工作日历只对监督和管理人员开放。");
        }
    }
}
