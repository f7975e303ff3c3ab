package org.yiwang.workflow.casefile;

/** 办件动作: what somebody can do with a case. Who may and when stands in {@link Transitions}. */
public enum CaseAction {
    /** 收件. */
    RECEIVE,
    /** 受理. */
    ACCEPT,
    /** 一次性告知补正. */
    REQUEST_CORRECTION,
    /** 提交补正. */
    SUPPLY_CORRECTION,
    /** 不予受理. */
    REFUSE,
    /** 不受理 (依法不需要许可). */
    NO_LICENCE_NEEDED,
    /** 签收待办. */
    CLAIM,
    /** 审查意见. */
    REVIEW,
    /** 退回上一步. */
    RETURN,
    /** 转办. */
    TRANSFER,
    /** 催办. */
    URGE,
    /** 现场核查记录. */
    RECORD_SITE_CHECK,
    /** 启动特别程序. */
    START_SPECIAL_PROCEDURE,
    /** 结束特别程序. */
    END_SPECIAL_PROCEDURE,
    /** 作出决定. */
    DECIDE,
    /** 缴费. */
    PAY,
    /** 送达. */
    DELIVER,
    /** 撤回申请. */
    WITHDRAW,
    /** 评价. */
    RATE
}
