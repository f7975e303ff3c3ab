package org.yiwang.workflow.review;

/** 当事人签字: what the person on the spot did with the record of a site check. */
public enum PartySignature {
    /** 已签字. */
    SIGNED,
    /** 拒绝签字; a witness signs instead. */
    REFUSED,
    /** 不在现场; a witness was there instead. */
    ABSENT
}
