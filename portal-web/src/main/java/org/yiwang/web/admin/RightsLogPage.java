package org.yiwang.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.yiwang.web.component.Sent;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.staff.ReadStaff;
import org.yiwang.workflow.staff.StaffEvent;

/** 授权记录页: what was done with rights, the newest first; for the audit administrator. */
@Named("rightsLog")
@RequestScoped
public class RightsLogPage {

    private static final int SIZE = 50;

    @Inject
    ReadStaff readStaff;

    @Inject
    CurrentActor current;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    private List<StaffEvent> read;

    @PostConstruct
    void read() {
        String after = sent.typed("after");
        long before = after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
        read = readStaff.log(current.actor(), before, SIZE + 1);
    }

    public List<StaffEvent> getEvents() {
        return read.size() > SIZE ? read.subList(0, SIZE) : read;
    }

    /** 更早的记录; null on the last page. */
    public String getNextUrl() {
        return read.size() > SIZE
                ? request.getContextPath() + "/admin/rights-log?after="
                        + read.get(SIZE - 1).id()
                : null;
    }

    public String kind(StaffEvent event) {
        return switch (event.kind()) {
            case PROPOSED -> "提出";
            case GRANTED -> "同意并生效";
            case REFUSED -> "不同意";
        };
    }
}
