package org.yiwang.workflow.casefile;

/** 办结方式 (the kinds that statistics tell apart). */
public enum CompletionKind {
    /** 出证办结. */
    CERTIFICATE,
    /** 普通办结. */
    NORMAL,
    /** 退回办结: 不予受理, 不受理, 撤回. */
    RETURNED,
    /** 补正不来办结. */
    CORRECTION_EXPIRED,
    /** 转报办结: the higher authority has settled it itself. */
    FORWARDED,
    /** 作废办结. */
    VOIDED
}
