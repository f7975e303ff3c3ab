package org.yiwang.workflow.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** 文书日期: dates as official letters print them, {@code 2026年3月2日}. */
public final class LetterDate {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern(" HH:mm");

    private LetterDate() {}

    public static String of(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    public static String of(Instant instant) {
        return of(LegalDay.of(instant));
    }

    /** With the hour and minute, in the city's time. */
    public static String moment(Instant instant) {
        return of(instant) + instant.atZone(LegalDay.ZONE).format(HOUR);
    }
}
