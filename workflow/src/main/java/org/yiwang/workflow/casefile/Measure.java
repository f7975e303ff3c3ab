package org.yiwang.workflow.casefile;

import java.util.Optional;

/** 须批准的措施: what an officer may propose and only the head may approve; nobody approves his own proposal. */
public enum Measure {
    /** 中止 (不可抗力、等待司法或者前置结论、申请人申请). */
    HALT("中止办理", CaseAction.HALT),
    /** 终止 (主体消亡、失去办理必要). */
    TERMINATE("终止办理", CaseAction.TERMINATE),
    /** 作废 (录入错误、重复). */
    VOID("作废", CaseAction.VOID),
    /** 追加首次告知遗漏的补正内容; the approval names who is answerable. */
    NEW_DEMAND("追加补正内容", CaseAction.ALLOW_NEW_DEMAND),
    /** 顺延容缺补交期限 (不可抗力). */
    EXTEND_DEFERRAL("顺延容缺补交期限", CaseAction.EXTEND_DEFERRAL);

    private final String chinese;
    private final CaseAction approval;

    Measure(String chinese, CaseAction approval) {
        this.chinese = chinese;
        this.approval = approval;
    }

    public String chinese() {
        return chinese;
    }

    /** The action by which the head approves it; lawful in the same states as the proposal. */
    public CaseAction approval() {
        return approval;
    }

    /** The measure that this action approves. */
    public static Optional<Measure> approvedBy(CaseAction action) {
        return java.util.Arrays.stream(values())
                .filter(measure -> measure.approval == action)
                .findFirst();
    }
}
