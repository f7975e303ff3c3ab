package org.yiwang.forms.catalogue;

/** 时限种类: the limits an item states. Limits of steps and of special procedures stand with those. */
public enum LimitKind {
    /** 受理时限. */
    ACCEPT,
    /** 法定时限. */
    LEGAL,
    /** 承诺时限. */
    PROMISE,
    /** 送达时限. */
    DELIVER,
    /** 补正时限: the applicant's. */
    CORRECTION,
    /** 初审时限: within which the lower authority reports to the higher one (行政许可法 §43). */
    PRELIMINARY,
    /** 容缺补交时限: the applicant's, for what he was allowed to bring later. */
    DEFERRED,
    /** 承诺核查时限: within which the authority checks what was only promised. */
    VERIFY,
    /** 公示时限: how long something is shown to the public. */
    PUBLICITY;

    /** Whether every licence that is not granted at once has to state it; the others are for those it concerns. */
    public boolean common() {
        return ordinal() <= CORRECTION.ordinal();
    }
}
