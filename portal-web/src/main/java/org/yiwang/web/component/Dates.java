package org.yiwang.web.component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** 日期与金额的写法: as people in the city read them, whatever zone the machine is in. */
public final class Dates {

    /** The zone of legal dates. */
    public static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private static final String[] WEEKDAYS = {"一", "二", "三", "四", "五", "六", "日"};
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private Dates() {}

    /** 2026年11月23日（周一）. */
    public static String day(LocalDate day, PageMode mode) {
        if (mode.english()) {
            return ENGLISH.format(day);
        }
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日（周"
                + WEEKDAYS[day.getDayOfWeek().getValue() - 1] + "）";
    }

    public static String day(Instant at, PageMode mode) {
        return day(at.atZone(CITY).toLocalDate(), mode);
    }

    /** The day with the time of day. */
    public static String moment(Instant at, PageMode mode) {
        ZonedDateTime there = at.atZone(CITY);
        return day(there.toLocalDate(), mode) + " " + CLOCK.format(there);
    }

    /** 1500元, 0.50元: from fen. */
    public static String yuan(long cents) {
        return cents % 100 == 0
                ? "¥" + cents / 100
                : String.format(Locale.ROOT, "¥%d.%02d", cents / 100, Math.floorMod(cents, 100));
    }

    /** 1.2 MB, 340 KB. */
    public static String size(long bytes) {
        return bytes >= 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0)
                : Math.max(1, Math.round(bytes / 1024.0)) + " KB";
    }
}
