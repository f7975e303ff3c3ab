package org.yiwang.forms.catalogue.figures;

/** 指标: the figures there are, in the order they are shown. */
public enum FigureKey {
    /** 网上可办率. */
    ONLINE_RATE(false),
    /** 全程网办率. */
    FULL_ONLINE_RATE(false),
    /** 一窗受理率. */
    ONE_WINDOW_RATE(false),
    /** 进驻率. */
    HALL_RATE(false),
    /** 最多跑一次率. */
    ONE_VISIT_RATE(false),
    /** 零跑动率. */
    ZERO_VISIT_RATE(false),
    /** 材料减少率. */
    MATERIAL_CUT_RATE(false),
    /** 时限压缩率. */
    TIME_CUT_RATE(false),
    /** 即办率. */
    INSTANT_RATE(false),
    /** 网上办件率. */
    ONLINE_CASE_RATE(true),
    /** 按时办结率. */
    ON_TIME_RATE(true),
    /** 一次受理通过率. */
    FIRST_PASS_RATE(true);

    private final boolean ofCases;

    FigureKey(boolean ofCases) {
        this.ofCases = ofCases;
    }

    /** Counted over cases; the others over services. */
    public boolean ofCases() {
        return ofCases;
    }
}
