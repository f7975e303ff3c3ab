package org.yiwang.web.component;

import org.yiwang.forms.identity.Role;

/** 角色名称: how a role is called on the desks. */
public final class RoleWords {

    private RoleWords() {}

    /** Empty for those that no officer has. */
    public static String of(Role role) {
        return switch (role) {
            case CLERK -> "窗口人员";
            case OFFICER -> "审批人员";
            case SUPERVISOR -> "监督人员";
            case CREDIT_OFFICER -> "信用管理人员";
            case ITEM_EDITOR -> "事项管理人员";
            case ITEM_REVIEWER -> "事项审核人员";
            case ADMIN -> "系统管理员";
            case SECURITY_ADMIN -> "安全管理员";
            case AUDIT_ADMIN -> "审计管理员";
            case CITIZEN, KIOSK, PROGRAM -> "";
        };
    }
}
