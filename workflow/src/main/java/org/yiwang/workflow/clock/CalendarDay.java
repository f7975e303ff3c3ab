package org.yiwang.workflow.clock;

import java.time.LocalDate;

/**
 * 特殊日: a day on which the weekday does not tell whether offices work.
 *
 * @param name of the holiday it belongs to; empty for a day worked in exchange
 */
public record CalendarDay(LocalDate day, Type type, String name) {

    /** 日期类型. */
    public enum Type {
        /** 工作日. */
        WORKDAY,
        /** 周末. */
        WEEKEND,
        /** 放假. */
        HOLIDAY,
        /** 调休上班. */
        MAKEUP_WORKDAY;

        public boolean worked() {
            return this == WORKDAY || this == MAKEUP_WORKDAY;
        }
    }
}
