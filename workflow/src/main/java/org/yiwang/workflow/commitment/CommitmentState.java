package org.yiwang.workflow.commitment;

/** 告知承诺状态. */
public enum CommitmentState {
    /** 已承诺, not decided yet; it may still be taken back. */
    COMMITTED,
    /** 待核查: granted on the promise. */
    VERIFYING,
    /** 整改中: found untrue, to be put right within a limit. */
    RECTIFYING,
    /** 核查属实. */
    TRUE,
    /** 核查不实. */
    FALSE,
    /** 免予核查. */
    EXEMPT,
    /** 已撤回: the proof is needed after all. */
    WITHDRAWN,
    /** 申请没有准予, or ended another way: nothing to check. */
    LAPSED
}
