package org.yiwang.workflow.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 同事: whom an officer names by his staff number when he draws him in. */
@ApplicationScoped
class Colleagues {

    @Inject
    Directory directory;

    /** The colleague of that number who serves now and is not the actor himself. */
    Officer other(OpenCase open, String staffNo) {
        Officer named = any(staffNo);
        if (named.id() == open.actor().id()) {
            throw Refusal.invalid("toStaffNo", "YOURSELF", "不能指定自己，请选择其他同事。");
        }
        open.requireNoAvoidance(named.id(), "toStaffNo");
        return named;
    }

    /** The same, who serves in this department. */
    Officer of(OpenCase open, String department, String staffNo) {
        Officer named = other(open, staffNo);
        if (!named.department().equals(department)) {
            throw Refusal.invalid(
                    "toStaffNo", "OTHER_DEPARTMENT", "工号“" + named.staffNo() + "”不在本部门；请选择本部门的同事，需要外部门意见的请用征求意见。");
        }
        return named;
    }

    Officer any(String staffNo) {
        String wanted = staffNo == null ? "" : staffNo.strip();
        if (wanted.isEmpty()) {
            throw Refusal.invalid("toStaffNo", "REQUIRED", "请选择同事。");
        }
        return directory
                .byStaffNo(wanted)
                .orElseThrow(() -> Refusal.invalid("toStaffNo", "NO_SUCH_OFFICER", "没有工号为“" + wanted + "”的在岗人员，请核对。"));
    }
}
