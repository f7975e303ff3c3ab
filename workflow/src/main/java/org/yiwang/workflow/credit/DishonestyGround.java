package org.yiwang.workflow.credit;

/** 失信情形. */
public enum DishonestyGround {
    /** 容缺承诺未履行. */
    DEFERRAL_BROKEN("容缺受理承诺未按期履行"),
    /** 告知承诺不实. */
    FALSE_COMMITMENT("告知承诺不实"),
    /** 隐瞒情况或者提供虚假材料 (行政许可法 §78). */
    FALSE_MATERIALS("隐瞒有关情况或者提供虚假材料");

    private final String text;

    DishonestyGround(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
