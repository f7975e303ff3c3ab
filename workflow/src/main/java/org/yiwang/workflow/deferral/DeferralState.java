package org.yiwang.workflow.deferral;

/** 容缺材料状态. */
public enum DeferralState {
    /** 已承诺: signed with the application; nobody has taken the case on yet. */
    PROMISED,
    /** 待补交. */
    PENDING,
    /** 已补交. */
    SUPPLIED,
    /** 逾期未补. */
    EXPIRED,
    /** 免予补交: not needed any more, or the case ended another way. */
    EXEMPTED
}
