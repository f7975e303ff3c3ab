package org.yiwang.workflow.casefile;

/** 决定种类. */
public enum DecisionKind {
    /** 准予. */
    GRANT,
    /** 不予. */
    DENY
}
