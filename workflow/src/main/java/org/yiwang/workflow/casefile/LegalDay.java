package org.yiwang.workflow.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** 法定日期: the day an instant falls on where the law counts it, whatever zone the machine is in. */
public final class LegalDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LegalDay() {}

    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
