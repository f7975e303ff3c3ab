package org.yiwang.workflow.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 工作日历: which days offices work in a region. What the notices say comes first; for every other day the weekday tells.
 * A year without an official notice is provisional: its dates may still move.
 */
public final class WorkCalendar {

    /** Legal dates are dates here, whatever zone the machine is in. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The notice for a year may still give away the last days of the year before it. */
    private static final int DECEMBER_IN_DOUBT_FROM = 25;

    /** No limit reaches further; a count beyond is a broken item, not a long wait. */
    private static final int FURTHEST = 20_000;

    private final String region;
    private final int version;
    private final OfficeHours hours;
    private final Map<LocalDate, CalendarDay> exceptions = new HashMap<>();
    private final Set<Integer> official = new HashSet<>();

    public WorkCalendar(String region, Collection<CalendarYear> years) {
        this(region, years, OfficeHours.USUAL);
    }

    /** Later years overrule earlier ones, and a region's own days those of the country. */
    public WorkCalendar(String region, Collection<CalendarYear> years, OfficeHours hours) {
        this.region = region;
        this.hours = hours;
        List<CalendarYear> ordered = years.stream()
                .sorted(Comparator.comparing((CalendarYear y) -> !y.region().equals(CalendarYear.COUNTRY))
                        .thenComparing(CalendarYear::year)
                        .thenComparing(CalendarYear::version))
                .toList();
        for (CalendarYear year : ordered) {
            year.days().forEach(day -> exceptions.put(day.day(), day));
            if (year.official() && year.region().equals(CalendarYear.COUNTRY)) {
                official.add(year.year());
            }
        }
        this.version = ordered.stream().mapToInt(CalendarYear::version).sum();
    }

    public String region() {
        return region;
    }

    /** Rises with every notice that comes in; written on the clocks that were counted by it. */
    public int version() {
        return version;
    }

    /** The legal date of an instant. */
    public static LocalDate legalDate(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** The end of a legal day: its 24:00, the first instant that is too late. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public CalendarDay.Type type(LocalDate day) {
        CalendarDay exception = exceptions.get(day);
        if (exception != null) {
            return exception.type();
        }
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY
                ? CalendarDay.Type.WEEKEND
                : CalendarDay.Type.WORKDAY;
    }

    public boolean isWorkday(LocalDate day) {
        return type(day).worked();
    }

    /** The n-th workday after a day; the day itself does not count. */
    public LocalDate addWorkdays(LocalDate from, int n) {
        LocalDate day = from;
        for (int counted = 0; counted < n; ) {
            day = step(from, day, 1);
            counted += isWorkday(day) ? 1 : 0;
        }
        return day;
    }

    /** The workday n workdays before a day. */
    public LocalDate minusWorkdays(LocalDate from, int n) {
        LocalDate day = from;
        for (int counted = 0; counted < n; ) {
            day = step(from, day, -1);
            counted += isWorkday(day) ? 1 : 0;
        }
        return day;
    }

    private static LocalDate step(LocalDate from, LocalDate day, int by) {
        LocalDate next = day.plusDays(by);
        if (Math.abs(next.toEpochDay() - from.toEpochDay()) > FURTHEST) {
            throw new IllegalArgumentException("a limit of more than " + FURTHEST + " days from " + from);
        }
        return next;
    }

    /** The instant at which so many minutes of office hours have passed. */
    Instant addOfficeMinutes(Instant from, int minutes) {
        LocalDate first = legalDate(from);
        long left = Duration.ofMinutes(minutes).toMillis();
        for (LocalDate day = first; ; day = step(first, day, 1)) {
            for (OfficeHours.Session session : sessions(day)) {
                Instant begin = later(from, at(day, session.from()));
                Instant end = at(day, session.to());
                long open = Math.max(0, Duration.between(begin, end).toMillis());
                if (open >= left && open > 0) {
                    return begin.plusMillis(left);
                }
                left -= open;
            }
        }
    }

    /** How many minutes of office hours lie between two instants. */
    int officeMinutesBetween(Instant from, Instant to) {
        long millis = 0;
        LocalDate last = legalDate(to);
        for (LocalDate day = legalDate(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (OfficeHours.Session session : sessions(day)) {
                Instant begin = later(from, at(day, session.from()));
                Instant end = at(day, session.to());
                millis += Math.max(
                        0, Duration.between(begin, end.isBefore(to) ? end : to).toMillis());
            }
        }
        return (int) (millis / 60_000);
    }

    private List<OfficeHours.Session> sessions(LocalDate day) {
        return isWorkday(day) ? hours.sessions() : List.of();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** How many workdays lie after {@code from}, up to and including {@code to}; 0 when {@code to} is not later. */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        int n = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            n += isWorkday(day) ? 1 : 0;
        }
        return n;
    }

    /** 顺延: the day itself when offices work, else the next on which they do. */
    public LocalDate rollForward(LocalDate day) {
        return isWorkday(day) ? day : addWorkdays(day, 1);
    }

    /** Whether the notice that settles this day is still missing. */
    public boolean provisional(LocalDate day) {
        boolean lastDays = day.getMonthValue() == 12 && day.getDayOfMonth() >= DECEMBER_IN_DOUBT_FROM;
        return !official.contains(day.getYear()) || lastDays && !official.contains(day.getYear() + 1);
    }

    /** Whether a count from one day to another rests on a guess anywhere. */
    public boolean provisional(LocalDate from, LocalDate to) {
        // Doubt begins with a day and ends with a year, so the two ends and each New Year between tell.
        boolean ends = provisional(from) || provisional(to);
        for (int year = from.getYear() + 1; !ends && year <= to.getYear(); year++) {
            ends = provisional(LocalDate.of(year, 1, 1)) || provisional(LocalDate.of(year - 1, 12, 31));
        }
        return ends;
    }
}
