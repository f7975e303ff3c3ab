package org.yiwang.forms.catalogue;

/** 时限单位. */
public enum LimitUnit {
    WORKDAY("个工作日", "working days"),
    CALENDAR_DAY("日（自然日）", "calendar days"),
    MONTH("个月", "months"),
    YEAR("年", "years"),
    /** Hours one after the other, day and night. */
    HOUR("小时", "hours"),
    /** Hours in which offices are open. */
    WORKING_HOUR("个工作小时", "working hours"),
    IMMEDIATE("即时", "at once");

    private final LocalText label;

    LimitUnit(String zh, String en) {
        this.label = new LocalText(zh, en);
    }

    public LocalText label() {
        return label;
    }
}
