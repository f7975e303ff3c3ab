package org.yiwang.forms.catalogue;

/** 环节性质: what a step is for; the law of the case follows from it, not from the process picture. */
public enum StepRole {
    /** 审查. */
    REVIEW,
    /** 现场核查: two officers, within the legal time. */
    SITE_CHECK,
    /** 会同审批: whose "no" blocks a grant. */
    CO_APPROVAL,
    /** 征求意见: the lead must answer it. */
    OPINION,
    /** 决定. */
    DECIDE
}
