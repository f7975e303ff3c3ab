package org.yiwang.workflow.casefile;

import java.time.Instant;
import java.time.LocalDate;

/** 文书日期: dates as official letters print them, {@code 2026年3月2日}. */
public final class LetterDate {

    private LetterDate() {}

    public static String of(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    public static String of(Instant instant) {
        return of(LegalDay.of(instant));
    }
}
