package org.yiwang.workflow.casefile;

/** 卷内记录种类. */
public enum RecordKind {
    /** 审查意见. */
    OPINION,
    /** 现场核查笔录. */
    SITE_CHECK,
    /** 补正告知 and its answer. */
    CORRECTION,
    /** 预审退回: what was found, and whether the applicant agreed. */
    PRE_RETURN,
    /** 请示: a measure that somebody proposed and the head approves or not. */
    PROPOSAL,
    /** 中止. */
    HALT,
    /** 特别程序. */
    SPECIAL_PROCEDURE,
    /** 上报 to the higher authority, and its answer. */
    FORWARDING,
    /** 上级书面答复 as somebody typed it, until another has compared it with the scan. */
    PAPER_ANSWER,
    /** 迟到的上级报文: came after the answer on paper was confirmed. */
    LATE_ANSWER,
    /** 两段办理: the first result, open until the second stage begins. */
    STAGE,
    /** 公示. */
    PUBLICITY,
    /** 异议 and its answer. */
    OBJECTION,
    /** 双方到场. */
    APPEARANCE,
    /** 配租通知 and its answer. */
    PLACE_OFFER,
    /** 报名 in a batch. */
    BATCH,
    /** 急事先办: why, who ordered it, and what comes later. */
    URGENCY,
    /** 决定. */
    DECISION,
    /** 不予受理 or 不受理, with where to go instead. */
    REFUSAL,
    /** 缴费, also while it is looked up. */
    PAYMENT,
    /** 退费. */
    REFUND,
    /** 交付: what was handed out at the window, and to whom. */
    DELIVERY,
    /** 送达: how a letter was served; its step is the letter's id, open while a public notice runs. */
    SERVICE,
    /** 变更后的送达方式. */
    SERVICE_CHOICE,
    /** 制证登记. */
    CERTIFICATION,
    /** 邮件: open while it is under way. */
    PARCEL,
    /** 延期申请 and what became of it. */
    EXTENSION,
    /** 回避: somebody who may have no part in the case, or the applicant's request for that. */
    AVOIDANCE,
    /** 会签结果: what several signatures of a step come to. */
    SIGNED,
    /** 参考意见: of a signer who came before, of somebody asked or delegated; it decides nothing. */
    ADVICE,
    /** 加签、委派、征求意见、抄送: what was said when somebody was drawn in. */
    DRAWN_IN,
    /** 保留的结果: of a step that need not be done again when the process, sent back, comes by once more; open until then. */
    KEPT,
    /** 容缺材料: one material that was promised; the step key is the key of the material. */
    DEFERRED,
    /** 告知承诺, and what became of it. */
    COMMITMENT,
    /** 撤销程序: why a decision is to be rescinded, what the person said to it, what was decided. */
    RESCISSION,
    /** 撤回、注销: why what was granted is to end, what its holder said, what was decided; its step is WITHDRAWAL or CANCELLATION. */
    LICENCE_ENDING,
    /** 听证权利: that it was told, and whether it was used; due when the time to ask ends. */
    HEARING_RIGHT,
    /** 听证: asked for, set, held; open until there is a record of it. */
    HEARING,
    /** 利害关系人: who he is, why, and what he said; its step is the hash of his number, due when the time to state ends. */
    INTERESTED_PARTY
}
