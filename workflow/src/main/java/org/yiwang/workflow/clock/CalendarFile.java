package org.yiwang.workflow.clock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yiwang.forms.platform.Problem;

/**
 * 日历文件: the work calendar of one year as a notice gives it, read from JSON. Everything wrong with it is said at once, each
 * with its place in the file. A notice may give away the last days of the year before; a region's own file may say of any
 * day that offices work or rest.
 */
final class CalendarFile {

    private static final Set<String> NAMES =
            Set.of("format", "region", "year", "status", "version", "paper", "holidays", "makeupWorkdays");
    private static final int EARLIEST_OF_THE_YEAR_BEFORE = 20;
    private static final int LONGEST_HOLIDAY = 31;

    private final JsonNode file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<LocalDate, CalendarDay> days = new TreeMap<>();

    CalendarFile(JsonNode file) {
        this.file = file;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What the file says; empty when something is wrong with it. */
    Optional<CalendarYear> read() {
        if (!file.isObject() || file.path("format").asInt() != 1) {
            wrong("format", "FORMAT", "日历文件应是 JSON 对象，并写明 \"format\": 1。");
            return Optional.empty();
        }
        for (Iterator<String> names = file.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!NAMES.contains(name)) {
                wrong(name, "UNKNOWN", "日历文件没有“" + name + "”这一项。");
            }
        }
        String region = file.path("region").asText("");
        if (!region.matches("CN|\\d{6}")) {
            wrong("region", "FORMAT", "区划应为 CN（全国）或 6 位区划代码。");
        }
        int year = file.path("year").asInt();
        if (year < 2000 || year > 2099) {
            wrong("year", "RANGE", "年份应在 2000 至 2099 之间。");
            return Optional.empty();
        }
        boolean official = official();
        holidays(year);
        makeupWorkdays(year, region.equals(CalendarYear.COUNTRY));
        int version = file.path("version").asInt(1);
        if (version < 1) {
            wrong("version", "RANGE", "版本应为不小于 1 的整数。");
        }
        return problems.isEmpty()
                ? Optional.of(new CalendarYear(
                        region, year, official, version, file.path("paper").asText(""), List.copyOf(days.values())))
                : Optional.empty();
    }

    private boolean official() {
        String status = file.path("status").asText("");
        if (!status.equals("OFFICIAL") && !status.equals("PROVISIONAL")) {
            wrong("status", "UNKNOWN_VALUE", "状态应为 OFFICIAL（正式）或 PROVISIONAL（暂定）。");
        }
        boolean official = status.equals("OFFICIAL");
        String paper = file.path("paper").asText("");
        if (official && paper.isBlank()) {
            wrong("paper", "REQUIRED", "正式日历应写明依据的文件名称（paper）。");
        }
        if (paper.length() > 200) {
            wrong("paper", "TOO_LONG", "文件名称不超过 200 个字。");
        }
        return official;
    }

    private void holidays(int year) {
        if (!file.path("holidays").isMissingNode() && !file.path("holidays").isArray()) {
            wrong("holidays", "FORMAT", "holidays 应为列表。");
        }
        int i = 0;
        for (JsonNode holiday : file.path("holidays")) {
            holiday(year, holiday, "holidays[" + i++ + "]");
        }
    }

    private void holiday(int year, JsonNode holiday, String path) {
        String name = holiday.path("name").asText("");
        if (name.isBlank() || name.length() > 60) {
            wrong(path + ".name", "REQUIRED", "请写明节假日名称，不超过 60 个字。");
        }
        Optional<LocalDate> from = day(year, holiday.path("from"), path + ".from");
        Optional<LocalDate> to = day(year, holiday.path("to"), path + ".to");
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        if (to.get().isBefore(from.get())) {
            wrong(path, "RANGE", "“" + name + "”的结束日 " + to.get() + " 早于开始日 " + from.get() + "。");
        } else if (from.get().plusDays(LONGEST_HOLIDAY).isBefore(to.get())) {
            wrong(path, "RANGE", "“" + name + "”超过 " + LONGEST_HOLIDAY + " 天，请核对起止日期。");
        } else {
            from.get()
                    .datesUntil(to.get().plusDays(1))
                    .forEach(day -> put(new CalendarDay(day, CalendarDay.Type.HOLIDAY, name), path));
        }
    }

    private void makeupWorkdays(int year, boolean country) {
        int i = 0;
        for (JsonNode node : file.path("makeupWorkdays")) {
            String path = "makeupWorkdays[" + i++ + "]";
            Optional<LocalDate> day = day(year, node, path);
            if (day.isPresent() && country && !weekend(day.get())) {
                wrong(path, "NOT_A_WEEKEND", day.get() + " 不是周末，本来就上班，不是调休上班日。");
            }
            day.ifPresent(d -> put(new CalendarDay(d, CalendarDay.Type.MAKEUP_WORKDAY, ""), path));
        }
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private Optional<LocalDate> day(int year, JsonNode node, String path) {
        try {
            LocalDate day = LocalDate.parse(node.asText());
            LocalDate first = LocalDate.of(year - 1, 12, EARLIEST_OF_THE_YEAR_BEFORE);
            if (day.isBefore(first) || day.getYear() > year) {
                wrong(path, "RANGE", day + " 不在 " + year + " 年（或上年 12 月 " + EARLIEST_OF_THE_YEAR_BEFORE + " 日以后）。");
                return Optional.empty();
            }
            return Optional.of(day);
        } catch (DateTimeParseException unreadable) {
            wrong(path, "FORMAT", "“" + node.asText() + "”不是日期，应写成 2027-01-01 的样子。");
            return Optional.empty();
        }
    }

    private void put(CalendarDay day, String path) {
        CalendarDay before = days.putIfAbsent(day.day(), day);
        if (before != null) {
            wrong(path, "TWICE", day.day() + " 出现了两次，一天只能是放假或上班之一。");
        }
    }

    private void wrong(String path, String code, String message) {
        problems.add(new Problem(path, code, message));
    }
}
