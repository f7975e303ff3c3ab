package org.yiwang.workflow.casefile;

/** 办件状态: where a case stands in law. What may follow is declared in {@link Transitions} alone. */
public enum CaseStatus {
    /** 已提交, the authority has not looked yet; the five days run. */
    SUBMITTED,
    /** 已收件. */
    RECEIVED,
    /** 待补正: it is the applicant's turn. */
    CORRECTION_REQUIRED,
    /** 补正已交. */
    CORRECTION_SUBMITTED,
    /** 已受理: the legal clock runs. */
    ACCEPTED,
    /** 审查中. */
    IN_REVIEW,
    /** 特别程序中: the legal clock rests. */
    SPECIAL_PROCEDURE,
    /** 准予. */
    APPROVED,
    /** 不予许可. */
    DENIED,
    /** 已办结: the decision was served. */
    COMPLETED,
    /** 不予受理. */
    NOT_ACCEPTED,
    /** 不受理: no licence is needed. */
    NO_LICENCE_NEEDED,
    /** 已撤回. */
    WITHDRAWN;

    /** Nothing more will be decided or served. */
    public boolean ended() {
        return this == COMPLETED || this == NOT_ACCEPTED || this == NO_LICENCE_NEEDED || this == WITHDRAWN;
    }

    /** Not yet decided and not ended. */
    public boolean undecided() {
        return !ended() && this != APPROVED && this != DENIED;
    }

    /** Accepted and not yet decided: the time of the officers. */
    public boolean underReview() {
        return this == ACCEPTED || this == IN_REVIEW || this == SPECIAL_PROCEDURE;
    }
}
