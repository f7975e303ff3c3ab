package org.yiwang.workflow.clock;

import org.yiwang.forms.catalogue.LimitKind;

/** 时钟种类: what a clock measures. */
public enum ClockKind {
    /** 受理: until the office has said whether it takes the case. */
    ACCEPT,
    /** 补正: the applicant's time to supply what was missing. */
    CORRECTION,
    /** 法定: what the law allows the office. */
    LEGAL,
    /** 承诺: what the office has promised. */
    PROMISE,
    /** 环节: one step of the process. */
    STEP,
    /** 特别程序: the time told to the applicant for a special procedure. */
    SPECIAL,
    /** 送达: from the decision until the applicant has it. */
    DELIVER;

    public static ClockKind of(LimitKind kind) {
        return valueOf(kind.name());
    }

    /** Whether the clock rests for this reason. What the applicant owes and what is told for a procedure never rests. */
    public boolean restsFor(SuspendKind reason) {
        return switch (this) {
            case LEGAL, STEP -> reason != SuspendKind.CORRECTION;
            case PROMISE -> true;
            case DELIVER -> reason == SuspendKind.FEE;
            case ACCEPT, CORRECTION, SPECIAL -> false;
        };
    }

    /** Whether the office is judged by it: only these light the case's lamp. */
    public boolean judged() {
        return this != CORRECTION && this != SPECIAL;
    }
}
