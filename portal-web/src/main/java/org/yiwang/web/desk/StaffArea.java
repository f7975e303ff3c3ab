package org.yiwang.web.desk;

import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;

/** 人员和权限的页面: for the three administrators, each by what is his. */
final class StaffArea {

    private StaffArea() {}

    static boolean holds(String path) {
        return path.startsWith("/admin/staff") || path.startsWith("/admin/rights-log");
    }

    /** Whether the list of the staff is for him. */
    static boolean open(Actor actor) {
        return actor.is(Role.ADMIN) || actor.is(Role.SECURITY_ADMIN) || actor.is(Role.AUDIT_ADMIN);
    }

    static boolean open(Actor actor, String path) {
        return path.startsWith("/admin/rights-log") ? actor.is(Role.AUDIT_ADMIN) : open(actor);
    }
}
