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
    CORRECTION
}
