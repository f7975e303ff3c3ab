package org.yiwang.workflow.clock;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.clock.internal.CalendarTable;

/**
 * 导入日历: an administrator brings in the notice of a year, or days of the region's own. The same content again changes
 * nothing; other content becomes the next version, and every open case is counted again in the background ({@link
 * RecountClocks}). What is official never becomes provisional again.
 */
@ApplicationScoped
public class ImportCalendar {

    @Inject
    CalendarTable table;

    @Inject
    Clock clock;

    /** 导入结果: the year as it stands now, and whether this import changed it. */
    public record Imported(CalendarYear year, boolean changed) {}

    /**
     * Brings in a calendar file of this region and year.
     *
     * @throws Refusal 403 for others than administrators; 422 with every fault of the file and its place; 409 when an
     *     official calendar would become provisional
     */
    @Transactional
    public Imported importYear(Actor actor, String region, int year, JsonNode file) {
        if (!actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以导入工作日历。");
        }
        CalendarYear given = read(region, year, file);
        Optional<CalendarYear> known = table.lock(region, year);
        if (known.filter(given::sameAs).isPresent()) {
            return new Imported(known.get(), false);
        }
        if (known.filter(CalendarYear::official).isPresent() && !given.official()) {
            throw Refusal.conflict("OFFICIAL_ALREADY", year + " 年的日历已经是正式日历，不能改回暂定；如有更正，请导入更正后的正式日历。");
        }
        CalendarYear next =
                given.asVersion(known.map(before -> before.version() + 1).orElse(given.version()));
        table.keep(next, file.toString(), clock.instant(), actor.key());
        return new Imported(next, true);
    }

    private static CalendarYear read(String region, int year, JsonNode file) {
        CalendarFile reader = new CalendarFile(file);
        Optional<CalendarYear> read = reader.read();
        List<Problem> problems = new ArrayList<>(reader.problems());
        if (file.has("region") && !file.path("region").asText().equals(region)) {
            problems.add(new Problem(
                    "region", "MISMATCH", "文件写的区划是 " + file.path("region").asText() + "，不是 " + region + "。"));
        }
        if (file.has("year") && file.path("year").asInt() != year) {
            problems.add(new Problem(
                    "year", "MISMATCH", "文件写的年份是 " + file.path("year").asText() + "，不是 " + year + "。"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return read.orElseThrow();
    }
}
