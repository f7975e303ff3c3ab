package org.yiwang.workflow.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.catalogue.figures.CatalogueFigures;
import org.yiwang.forms.catalogue.figures.Definitions;
import org.yiwang.forms.catalogue.figures.Figure;
import org.yiwang.forms.catalogue.figures.FigureKey;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.figures.internal.CaseCounting;

/**
 * 办件指标: of the last {@value #DAYS} days, of the city or of one department. Cases fall into the period in which they
 * ended (办结时间落期); those of 一次受理通过率 into that of their acceptance. Void ones (作废) count nowhere.
 */
@ApplicationScoped
public class CaseFigures {

    /** 统计期: days, today included. */
    public static final int DAYS = 365;

    @Inject
    CaseCounting counting;

    @Inject
    Clock clock;

    /**
     * 一件办件 in a figure.
     *
     * @param counts whether it is in the numerator
     */
    public record Line(long at, String caseNo, String itemName, String organisation, String status, boolean counts) {}

    /** The figures over cases, in their order. Open to all: counts only. */
    @Transactional
    public List<Figure> all(String scope) {
        CaseCounting.Counts counts = counting.of(from(), until(), department(scope));
        return List.of(
                figure(FigureKey.ONLINE_CASE_RATE, scope, counts.online(), counts.ended(), 0),
                figure(
                        FigureKey.ON_TIME_RATE,
                        scope,
                        counts.onTime(),
                        counts.promised(),
                        counts.ended() - counts.promised()),
                figure(FigureKey.FIRST_PASS_RATE, scope, counts.acceptedAtFirst(), counts.accepted(), 0));
    }

    /**
     * 下钻: the cases of a figure, newest first.
     *
     * @param after {@link Line#at} of the last one seen; 0 from the start
     * @throws Refusal FORBIDDEN for anybody but supervisors and administrators
     */
    @Transactional
    public List<Line> cases(Actor actor, FigureKey key, String scope, long after, int limit) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("指标的办件明细只对监督和管理人员开放。");
        }
        if (!key.ofCases()) {
            throw Refusal.notFound("这个指标的办件明细");
        }
        return counting.lines(key, from(), until(), department(scope), after, limit);
    }

    private Figure figure(FigureKey key, String scope, long numerator, long denominator, long excluded) {
        LocalDate today = LegalDay.of(clock.instant());
        return new Figure(
                key,
                scope,
                Definitions.of(key).version(),
                today.minusDays(DAYS - 1L),
                today,
                numerator,
                denominator,
                excluded,
                Definitions.of(key).target().orElse(null));
    }

    private Instant from() {
        return LegalDay.of(clock.instant())
                .minusDays(DAYS - 1L)
                .atStartOfDay(LegalDay.ZONE)
                .toInstant();
    }

    private Instant until() {
        return LegalDay.of(clock.instant())
                .plusDays(1)
                .atStartOfDay(LegalDay.ZONE)
                .toInstant();
    }

    private static String department(String scope) {
        return scope.equals(CatalogueFigures.CITY) ? "" : scope;
    }
}
