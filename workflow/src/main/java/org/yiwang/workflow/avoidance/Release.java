package org.yiwang.workflow.avoidance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.organisation.Officer;

/** 退出办理: takes the work of a case from an officer who has to avoid it, and tells his head. */
@ApplicationScoped
class Release {

    @Inject
    Membership membership;

    @Inject
    Directory directory;

    /** His work goes back to the post's queue; the heads of the departments see to it that somebody takes it. */
    void from(OpenCase open, Officer officer) {
        open.work().all().stream()
                .filter(work -> work.assignedTo(officer.id()) || work.givenBy(officer.id()) && work.delegated())
                .forEach(work -> {
                    if (work.delegated()) {
                        work.returned();
                    }
                    work.giveTo(null);
                    open.work().changed(work);
                });
        open.work().all().stream()
                .map(work -> work.queue().department())
                .distinct()
                .flatMap(department -> membership.heads(department).stream())
                .filter(head -> head.id() != officer.id())
                .distinct()
                .forEach(head -> open.tell("officer:" + head.id(), "work.avoidance", OpenCase.body()));
    }

    Officer officer(String staffNo, String field) {
        return directory
                .byStaffNo(staffNo == null ? "" : staffNo.strip())
                .orElseThrow(() -> org.yiwang.forms.platform.Refusal.invalid(
                        field, "NO_SUCH_OFFICER", "没有工号为“" + staffNo + "”的在岗人员，请核对。"));
    }
}
