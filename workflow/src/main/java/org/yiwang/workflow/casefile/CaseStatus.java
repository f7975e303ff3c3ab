package org.yiwang.workflow.casefile;

/** 办件状态: where a case stands in law. What may follow is declared in {@link Transitions} alone. */
public enum CaseStatus {
    /** 已提交, the authority has not looked yet; the five days run. */
    SUBMITTED,
    /** 预审退回: with the applicant's consent; the five days run on. */
    PRE_RETURNED,
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
    /** 审查补正中: it is the applicant's turn; the legal clock runs on. */
    REVIEW_CORRECTION,
    /** 冷静期: either of the two may think again; nothing else happens. */
    COOLING_OFF,
    /** 待双方到场: the cooling-off period is over, both have to come. */
    AWAITING_APPEARANCE,
    /** 待办第二段: the first of two stages is granted; its result waits for what begins the second. */
    AWAITING_NEXT_STAGE,
    /** 中止: an outer cause stops the review; every clock of the office rests. */
    HALTED,
    /** 已上报: the higher authority decides; every clock of the office rests. */
    FORWARDED,
    /** 准予. */
    APPROVED,
    /** 容缺准予: granted and issued while the applicant still owes what he was let to bring later. */
    APPROVED_DEFERRED,
    /** 不予许可. */
    DENIED,
    /** 制证中: the card is being made, or what is to be posted is being packed. */
    CERTIFYING,
    /** 待领取: the result lies ready at the window. */
    AWAITING_PICKUP,
    /** 寄递中: the result is in the post. */
    IN_DELIVERY,
    /** 已办结: the decision was served. */
    COMPLETED,
    /** 不予受理. */
    NOT_ACCEPTED,
    /** 不受理: no licence is needed. */
    NO_LICENCE_NEEDED,
    /** 已撤回. */
    WITHDRAWN,
    /** 终止: nothing came, or there is nothing left to decide. */
    TERMINATED,
    /** 作废: entered by mistake; kept, never deleted. */
    VOIDED;

    /** Nothing more will be decided or served. */
    public boolean ended() {
        return switch (this) {
            case COMPLETED, NOT_ACCEPTED, NO_LICENCE_NEEDED, WITHDRAWN, TERMINATED, VOIDED -> true;
            default -> false;
        };
    }

    /** Not yet decided and not ended. */
    public boolean undecided() {
        return !ended() && !decided();
    }

    /** Decided and not yet served. */
    public boolean decided() {
        return switch (this) {
            case APPROVED, APPROVED_DEFERRED, DENIED, CERTIFYING, AWAITING_PICKUP, IN_DELIVERY -> true;
            default -> false;
        };
    }

    /** Accepted and not yet decided: the time of the officers. */
    public boolean underReview() {
        return switch (this) {
            case ACCEPTED,
                    IN_REVIEW,
                    SPECIAL_PROCEDURE,
                    REVIEW_CORRECTION,
                    HALTED,
                    COOLING_OFF,
                    AWAITING_APPEARANCE,
                    AWAITING_NEXT_STAGE,
                    FORWARDED -> true;
            default -> false;
        };
    }
}
