package org.yiwang.workflow.clock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    /** Reads a calendar file; refuses one it does not understand. */
    public static CalendarYear parse(JsonNode file) {
        if (file.path("format").asInt() != 1) {
            throw new IllegalArgumentException("calendar file must say \"format\":1");
        }
        List<CalendarDay> days = new ArrayList<>();
        for (JsonNode holiday : file.path("holidays")) {
            LocalDate from = LocalDate.parse(holiday.path("from").asText());
            LocalDate to = LocalDate.parse(holiday.path("to").asText());
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("holiday ends before it begins: " + holiday);
            }
            from.datesUntil(to.plusDays(1))
                    .map(day -> new CalendarDay(
                            day, CalendarDay.Type.HOLIDAY, holiday.path("name").asText()))
                    .forEach(days::add);
        }
        for (JsonNode day : file.path("makeupWorkdays")) {
            days.add(new CalendarDay(LocalDate.parse(day.asText()), CalendarDay.Type.MAKEUP_WORKDAY, ""));
        }
        return new CalendarYear(
                file.path("region").asText(COUNTRY),
                file.path("year").asInt(),
                "OFFICIAL".equals(file.path("status").asText()),
                file.path("version").asInt(1),
                file.path("paper").asText(),
                days);
    }
}
