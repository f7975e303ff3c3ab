package org.yiwang.workflow.casefile;

/** 办件动作: what somebody can do with a case. Who may and when stands in {@link Transitions}. */
public enum CaseAction {
    /** 提议预审退回: the window asks whether the applicant would rather take the papers back. */
    OFFER_PRE_RETURN,
    /** 答复预审退回: the applicant agrees or does not. */
    ANSWER_PRE_RETURN,
    /** 重新提交 after a return. */
    RESUBMIT,
    /** 收件. */
    RECEIVE,
    /** 受理. */
    ACCEPT,
    /** 容缺受理. */
    ACCEPT_DEFERRED,
    /** 补交容缺材料. */
    SUPPLY_DEFERRED,
    /** 免予补交容缺材料. */
    EXEMPT_DEFERRED,
    /** 批准顺延容缺补交期限. */
    EXTEND_DEFERRAL,
    /** 容缺逾期: by time; what was promised did not come. */
    EXPIRE_DEFERRAL,
    /** 撤回告知承诺. */
    WITHDRAW_COMMITMENT,
    /** 记录承诺核查结论. */
    VERIFY_COMMITMENT,
    /** 陈述申辩 before a decision is rescinded. */
    STATE_DEFENCE,
    /** 决定是否撤销. */
    RESCIND,
    /** 一次性告知补正. */
    REQUEST_CORRECTION,
    /** 提交补正. */
    SUPPLY_CORRECTION,
    /** 不予受理. */
    REFUSE,
    /** 不受理 (依法不需要许可). */
    NO_LICENCE_NEEDED,
    /** 审查阶段补正告知. */
    REQUEST_REVIEW_CORRECTION,
    /** 请示: asks the head for a measure that needs his approval. */
    PROPOSE,
    /** 不批准请示. */
    REJECT_PROPOSAL,
    /** 同意追加补正内容. */
    ALLOW_NEW_DEMAND,
    /** 批准中止. */
    HALT,
    /** 恢复办理. */
    RESUME,
    /** 批准终止. */
    TERMINATE,
    /** 批准作废. */
    VOID,
    /** 视为受理: by time. */
    DEEM_ACCEPTED,
    /** 逾期: by time; what was waited for did not come. */
    EXPIRE,
    /** 签收待办. */
    CLAIM,
    /** 审查意见. */
    REVIEW,
    /** 退回上一步. */
    RETURN,
    /** 转办. */
    TRANSFER,
    /** 加签: another officer signs too, before or after. */
    ADD_SIGNER,
    /** 委派: a colleague works, the owner answers. */
    DELEGATE,
    /** 交回委派的工作. */
    REPORT_BACK,
    /** 征求意见: of another post, inside the step. */
    ASK_OPINION,
    /** 答复征求的意见. */
    ANSWER_OPINION,
    /** 收回: what one delegated, added or asked for. */
    TAKE_BACK,
    /** 抄送. */
    COPY,
    /** 申明回避: an officer says himself that he has to keep out of it. */
    DECLARE_AVOIDANCE,
    /** 申请回避: the applicant asks that somebody keep out of it. */
    REQUEST_AVOIDANCE,
    /** 决定回避申请. */
    DECIDE_AVOIDANCE,
    /** 重新指定办理人. */
    REASSIGN,
    /** 催办. */
    URGE,
    /** 现场核查记录. */
    RECORD_SITE_CHECK,
    /** 启动特别程序. */
    START_SPECIAL_PROCEDURE,
    /** 补充告知: a special procedure takes longer than was told. */
    PROLONG_SPECIAL_PROCEDURE,
    /** 结束特别程序. */
    END_SPECIAL_PROCEDURE,
    /** 告知听证权利. */
    TELL_HEARING_RIGHT,
    /** 申请听证. */
    ASK_HEARING,
    /** 放弃听证, or take the request back. */
    WAIVE_HEARING,
    /** 安排听证: day, place, and who presides. */
    SET_HEARING,
    /** 制作听证笔录. */
    RECORD_HEARING,
    /** 拟撤销决定: an officer names a ground of §69. */
    BEGIN_RESCISSION,
    /** 申请注销. */
    ASK_CANCELLATION,
    /** 拟撤回、注销: what was granted is to end. */
    PROPOSE_ENDING,
    /** 决定撤回、注销, or that it stands. */
    DECIDE_ENDING,
    /** 公告听证: a hearing that the office itself holds for the public interest (行政许可法 §46). */
    OPEN_HEARING,
    /** 告知利害关系人. */
    TELL_INTERESTED_PARTY,
    /** 登记利害关系人的陈述. */
    RECORD_STATEMENT,
    /** 上报: to the higher authority that decides. */
    FORWARD,
    /** 上级答复: the higher authority has decided, given back or settled it; by the exchange. */
    ANSWER_FORWARD,
    /** 登记上级书面答复. */
    RECORD_PAPER_ANSWER,
    /** 复核上级书面答复. */
    CONFIRM_PAPER_ANSWER,
    /** 开始公示. */
    START_PUBLICITY,
    /** 公示期满: by time. */
    END_PUBLICITY,
    /** 答复异议. */
    ANSWER_OBJECTION,
    /** 进入冷静期: with acceptance. */
    BEGIN_COOLING_OFF,
    /** 冷静期满: by time. */
    END_COOLING_OFF,
    /** 登记双方到场. */
    RECORD_APPEARANCE,
    /** 启动第二段: what the second of two stages waits for has happened. */
    BEGIN_STAGE,
    /** 第二段逾期未启动: by time; the first result lapses. */
    LAPSE_STAGE,
    /** 答复配租. */
    ANSWER_PLACE,
    /** 批准急事先办. */
    ORDER_URGENT,
    /** 补办手续: what was put off. */
    SUPPLY_LATER,
    /** 确认手续补齐. */
    CONFIRM_LATER,
    /** 作出决定. */
    DECIDE,
    /** 缴费. */
    PAY,
    /** 变更送达方式, until it is sent. */
    CHANGE_SERVICE,
    /** 备件: the platform turns what is issued over to the maker of the card or to the window. */
    PREPARE,
    /** 电子送达: by arrival in the applicant's account. */
    ARRIVE,
    /** 制证登记: the card is made. */
    CERTIFY,
    /** 交寄. */
    DISPATCH,
    /** 登记邮件结果: delivered or returned, as the window knows it. */
    RECORD_MAIL,
    /** 寄递反馈: the same as the courier answers it. */
    FOLLOW_MAIL,
    /** 交付: handed out at the window. */
    DELIVER,
    /** 登记送达: that a letter was served in one of the ways of the law. */
    SERVE,
    /** 公告期满视为送达: by time. */
    DEEM_SERVED,
    /** 催领: by time; what lies ready was not fetched. */
    REMIND_PICKUP,
    /** 归档: by time, after all is served. */
    ARCHIVE,
    /** 撤回申请. */
    WITHDRAW,
    /** 评价. */
    RATE,
    /** 申请延期. */
    REQUEST_EXTENSION,
    /** 批准或不同意延期. */
    EXTEND
}
