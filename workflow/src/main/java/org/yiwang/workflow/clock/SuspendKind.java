package org.yiwang.workflow.clock;

/** 挂起原因: why clocks rest. */
public enum SuspendKind {
    /** 审查补正: the law knows no such pause; rests only what the item says. */
    CORRECTION,
    /** 特别程序: 行政许可法 §45. */
    SPECIAL,
    /** 转报: the case lies with the higher authority. */
    FORWARD,
    /** 依法中止. */
    GENERAL,
    /** 待缴费: the decision is made, its result waits for the fee; no case is late because of that. */
    FEE,
    /** 待领取: what the office made lies ready; it is the applicant's turn to fetch it. */
    PICKUP,
    /** 公示、待答复异议: nobody may decide yet; the step that decides rests, the time of the case goes on. */
    PUBLICITY
}
