package org.yiwang.workflow.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.clock.WorkCalendar;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.rating.internal.RatingCounts;

/**
 * 评价指标 by department, and published as they are: counts, no person and no words (GB/T 39734-2020 附录 B). A grade that was
 * only assumed (source DEFAULT) is neither a good grade nor an active one; one that was excluded counts nowhere.
 */
@ApplicationScoped
public class RatingFigures {

    @Inject
    RatingCounts counts;

    @Inject
    Membership membership;

    @Inject
    Clock clock;

    /** 分子、分母: a share that shows what it is made of. */
    public record Share(long numerator, long denominator) {

        /** Of a hundred, with one decimal; null when there is nothing to divide by. */
        @com.fasterxml.jackson.annotation.JsonProperty
        public Double percent() {
            return denominator == 0 ? null : Math.round(numerator * 1000.0 / denominator) / 10.0;
        }
    }

    /**
     * 一个部门.
     *
     * @param goodRate GOOD_RATE 好评率: active grades of 3 and more, of all active grades
     * @param activeRate ACTIVE_RATING_RATE 主动评价率: active grades, of cases ended and visits served in the period
     * @param badFixRate BAD_FIX_RATE 差评整改率: bad grades found valid and put right, of those found valid
     * @param byLevel active grades of 5, 4, 3, 2 and 1
     * @param assumed default grades, shown beside and counted nowhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String department,
            String name,
            Share goodRate,
            Share activeRate,
            Share badFixRate,
            List<Long> byLevel,
            long assumed) {}

    /** 一段时间的指标, both days included. */
    public record Figures(LocalDate from, LocalDate until, Line total, List<Line> departments) {}

    /** Of the last days, today included. Open to all. */
    @Transactional
    public Figures ofLastDays(int days) {
        LocalDate today = LegalDay.of(clock.instant());
        return of(today.minusDays(days - 1L), today);
    }

    @Transactional
    public Figures of(LocalDate from, LocalDate until) {
        List<RatingCounts.Row> rows = counts.of(
                from.atStartOfDay(WorkCalendar.ZONE).toInstant(),
                until.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant());
        // A department with nothing but assumed grades has nothing to publish.
        List<Line> lines = rows.stream()
                .filter(row -> row.served() + row.active() > 0)
                .map(row -> line(row.department(), membership.name(row.department()), List.of(row)))
                .toList();
        return new Figures(from, until, line("", "全市", rows), lines);
    }

    private static Line line(String code, String name, List<RatingCounts.Row> rows) {
        long active = sum(rows, RatingCounts.Row::active);
        return new Line(
                code,
                name,
                new Share(sum(rows, RatingCounts.Row::good), active),
                new Share(active, sum(rows, RatingCounts.Row::served)),
                new Share(sum(rows, RatingCounts.Row::rectified), sum(rows, RatingCounts.Row::valid)),
                List.of(level(rows, 0), level(rows, 1), level(rows, 2), level(rows, 3), level(rows, 4)),
                sum(rows, RatingCounts.Row::assumed));
    }

    private static long level(List<RatingCounts.Row> rows, int at) {
        return sum(rows, row -> row.byLevel().get(at));
    }

    private static long sum(List<RatingCounts.Row> rows, ToLongFunction<RatingCounts.Row> of) {
        return rows.stream().mapToLong(of).sum();
    }
}
