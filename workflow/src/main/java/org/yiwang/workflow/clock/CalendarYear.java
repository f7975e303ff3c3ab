package org.yiwang.workflow.clock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * 年度日历: what one notice says about one year, possibly about the last days of the year before too.
 *
 * @param region {@code CN} for the whole country, otherwise a region that adds days of its own
 * @param official whether the notice is out; otherwise the days are somebody's guess
 * @param version rises with each correction of the same year
 * @param paper the notice
 */
public record CalendarYear(
        String region, int year, boolean official, int version, String paper, List<CalendarDay> days) {

    /** The country as a whole. */
    public static final String COUNTRY = "CN";

    public CalendarYear {
        days = List.copyOf(days);
    }

    /**
     * Reads a calendar file that ships with the platform.
     *
     * @throws IllegalArgumentException naming everything that is wrong with it
     */
    public static CalendarYear parse(JsonNode file) {
        CalendarFile read = new CalendarFile(file);
        return read.read().orElseThrow(() -> new IllegalArgumentException("calendar file: " + read.problems()));
    }

    /** The same year as the next version of what was there before. */
    CalendarYear asVersion(int next) {
        return new CalendarYear(region, year, official, next, paper, days);
    }

    /** Whether it says the same of every day, with the same standing and ground; versions aside. */
    boolean sameAs(CalendarYear other) {
        return region.equals(other.region)
                && year == other.year
                && official == other.official
                && paper.equals(other.paper)
                && Set.copyOf(days).equals(Set.copyOf(other.days));
    }
}
