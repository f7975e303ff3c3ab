package org.yiwang.workflow.worklist;

/** 待办性质: what a piece of work is within its step. */
public enum WorkPart {
    /** 主办: answers for the step alone. */
    MAIN,
    /** 会签或或签: one of several signatures the step asks for. */
    SIGN,
    /** 前加签: signs before the one who added him, who waits for it. */
    BEFORE,
    /** 后加签: signs after him; the step waits for it. */
    AFTER,
    /** 征求意见, which nobody has to wait for. */
    ASKED,
    /** 征求意见, which has to be there first. */
    ASKED_FIRST;

    /** Somebody was asked for his opinion and has no part in the answer of the step. */
    public boolean asked() {
        return this == ASKED || this == ASKED_FIRST;
    }

    /** Does it make up the answer of the step? */
    public boolean counts() {
        return this == MAIN || this == SIGN || this == AFTER;
    }

    /** Does whoever added it have to wait for it? */
    public boolean comesFirst() {
        return this == BEFORE || this == ASKED_FIRST;
    }

    /** Is it the process's own, not somebody's addition? */
    public boolean own() {
        return this == MAIN || this == SIGN;
    }
}
