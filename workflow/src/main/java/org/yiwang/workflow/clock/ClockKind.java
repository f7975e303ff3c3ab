package org.yiwang.workflow.clock;

import java.util.EnumSet;
import java.util.Set;
import org.yiwang.forms.catalogue.LimitKind;

/** 时钟种类: what a clock measures. Each says for what it rests, who is bound by it and whether it outlives the case. */
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
    DELIVER,
    /** 容缺补交: the applicant's time for what he was allowed to bring later. */
    DEFERRED,
    /** 承诺核查: until the office has checked what was only promised. */
    VERIFY,
    /** 证照到期: until a licence is no longer good. */
    LICENCE_EXPIRY,
    /** 延续决定: until the licence to be prolonged ends; whatever happens it does not rest (行政许可法 §50). */
    RENEWAL,
    /** 初审: until the lower authority has reported to the higher one (行政许可法 §43). */
    PRELIMINARY,
    /** 公示: how long something is shown to the public. */
    PUBLICITY,
    /** 等待: for somebody outside, such as the higher authority a case was forwarded to. */
    WAITING,
    /** 中止: the time told to the applicant for a halt. */
    HALT,
    /** 陈述申辩: the applicant's time to be heard before a decision is rescinded. */
    DEFENCE,
    /** 申请听证: the applicant's time to ask for a hearing, from the service of the notice (行政许可法 §47). */
    HEARING_REQUEST,
    /** 利害关系人陈述: the time of an interested party to be heard, from the service of the notice (行政许可法 §36). */
    INTEREST,
    /** 急事先办: until an urgent case has its decision. */
    URGENT,
    /** 后补手续: until what was put off in an emergency is there; the office answers for it. */
    LATER,
    /** 申请注销: until the office has decided on it (行政许可法 §42). */
    ENDING,
    /** 待领取: the applicant's time to fetch what lies ready. */
    PICKUP,
    /** 公告送达: until a letter served by public notice counts as served. */
    NOTICE,
    /** 归档: until a case that is over goes into the archive. */
    ARCHIVE;

    private static final Set<SuspendKind> WHOLE_CASE =
            EnumSet.of(SuspendKind.SPECIAL, SuspendKind.FORWARD, SuspendKind.GENERAL);

    public static ClockKind of(LimitKind kind) {
        return valueOf(kind.name());
    }

    /**
     * Whether the clock rests for this reason by law. For a correction in review only the item can say so, see
     * {@link ClockLedger#pause}. What the applicant owes and what was told for a procedure never rests.
     */
    public boolean restsFor(SuspendKind reason) {
        return switch (this) {
            case LEGAL, PROMISE, PRELIMINARY -> WHOLE_CASE.contains(reason);
            case STEP -> WHOLE_CASE.contains(reason) || reason == SuspendKind.PUBLICITY;
            case DELIVER -> reason == SuspendKind.FEE || reason == SuspendKind.PICKUP;
            default -> false;
        };
    }

    /** Whether the office is judged by it: only these light the case's lamp. */
    public boolean judged() {
        return switch (this) {
            case ACCEPT, LEGAL, PROMISE, STEP, DELIVER, VERIFY, PRELIMINARY, RENEWAL, URGENT, LATER, ENDING -> true;
            default -> false;
        };
    }

    /** Whether it is the applicant who has to keep it; he is reminded before it ends. */
    public boolean applicants() {
        return this == CORRECTION || this == DEFERRED || this == DEFENCE || this == HEARING_REQUEST || this == PICKUP;
    }

    /** Whether it says by when the applicant has his answer: the earlier of these is what he is told. */
    public boolean answers() {
        return this == LEGAL || this == PROMISE;
    }

    /** 按件起算: whether it runs only where somebody was let to promise; a moment of the case alone starts none. */
    public boolean onPromise() {
        return this == DEFERRED || this == VERIFY;
    }

    /** Whether it goes on after the case is closed. */
    public boolean outlivesTheCase() {
        return switch (this) {
            case VERIFY, LICENCE_EXPIRY, DEFENCE, LATER, ENDING, NOTICE, ARCHIVE -> true;
            default -> false;
        };
    }

    /** Whether what was granted may still be taken back when it ends. */
    public boolean onTrial() {
        return this == VERIFY || this == DEFENCE || this == LATER || this == ENDING;
    }

    /** Whether nobody is told beforehand: what comes with its end is news enough, or it is nobody's here to keep. */
    public boolean silent() {
        return this == NOTICE || this == ARCHIVE || this == INTEREST;
    }

    /** 顺延: whether a last day on which offices rest moves on; a licence ends on its day. */
    public boolean movesOn() {
        return this != LICENCE_EXPIRY && this != RENEWAL;
    }
}
