package org.yiwang.forms.identity;

/** 角色: what somebody may do in principle; what he may do with one case follows from his posts and from the case. */
public enum Role {
    /** 申请人: a person or an organisation's agent, signed in. */
    CITIZEN,
    /** 窗口受理人员. */
    CLERK,
    /** 审批人员: reviewers and deciders; which steps follows from posts. */
    OFFICER,
    /** 监督人员. */
    SUPERVISOR,
    /** 信用管理人员: keeps the list of the dishonest, answers objections and requests for repair. */
    CREDIT_OFFICER,
    /** 事项管理人员: draws up items of the whole city; one of a department holds the post {@code item-editor} there. */
    ITEM_EDITOR,
    /** 事项审核人员: approves what others have drawn up, suspends and retires items. */
    ITEM_REVIEWER,
    /** 系统管理员: keeps the platform running and set up; grants nothing to anybody. */
    ADMIN,
    /** 安全管理员: grants and takes back rights, two of them for each change. */
    SECURITY_ADMIN,
    /** 审计管理员: reads what was done with rights, and does nothing else. */
    AUDIT_ADMIN,
    /** 自助终端设备. */
    KIOSK,
    /** 外部程序: reads what it was given, for an office. */
    PROGRAM
}
