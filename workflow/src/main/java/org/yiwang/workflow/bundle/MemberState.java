package org.yiwang.workflow.bundle;

import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.DecisionKind;

/** 子件状态: where one service of an errand stands, as far as the others and the whole are concerned. */
public enum MemberState {
    /** 待启动: waits for those it depends on; there is no case yet. */
    PLANNED("等待前面的事项办成"),
    /** 办理中. */
    RUNNING("办理中"),
    /** 已准予: those that depend on it may begin; its result is not served yet. */
    GRANTED("已准予"),
    /** 已办结. */
    DONE("已办结"),
    /** 未办成: not accepted, denied or ended without a decision. */
    FAILED("未办成"),
    /** 已撤回. */
    WITHDRAWN("已撤回"),
    /** 已取消: never begun, because what it depends on came to nothing or all was withdrawn. */
    CANCELLED("已取消");

    private final String text;

    MemberState(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Nothing more will happen to it. */
    public boolean ended() {
        return this != PLANNED && this != RUNNING && this != GRANTED;
    }

    /** It came to something, so that what depends on it may begin. */
    public boolean granted() {
        return this == GRANTED || this == DONE;
    }

    /** As the case stands; that no licence is needed is an answer, not a failure. */
    static MemberState of(CaseFile file) {
        CaseStatus status = file.status();
        if (status == CaseStatus.WITHDRAWN) {
            return WITHDRAWN;
        }
        if (status == CaseStatus.NO_LICENCE_NEEDED) {
            return DONE;
        }
        if (file.decision() == DecisionKind.DENY) {
            return FAILED;
        }
        if (file.decision() == DecisionKind.GRANT) {
            return status == CaseStatus.COMPLETED ? DONE : status.ended() ? FAILED : GRANTED;
        }
        return status.ended() ? FAILED : RUNNING;
    }
}
