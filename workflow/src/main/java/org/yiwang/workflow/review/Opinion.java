package org.yiwang.workflow.review;

/** 意见: for or against. */
public enum Opinion {
    /** 同意. */
    AGREE,
    /** 不同意. */
    DISAGREE
}
