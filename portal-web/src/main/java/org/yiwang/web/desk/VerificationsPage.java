package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.commitment.ListVerifications;

/** 承诺核查: what was granted on a promise and is for this officer to check; read before the page is built. */
@Named("verificationsPage")
@RequestScoped
public class VerificationsPage {

    @Inject
    ListVerifications verifications;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    private ListVerifications.Page found;

    void open(String after) {
        found = verifications.list(current.actor(), place(after));
    }

    static int place(String after) {
        return after != null && after.matches("\\d{1,8}") ? Integer.parseInt(after) : 0;
    }

    public List<ListVerifications.Line> getLines() {
        return found.items();
    }

    /** 下一页; null on the last. */
    public String getNextUrl() {
        return found.next() == null ? null : request.getContextPath() + "/desk/verifications?after=" + found.next();
    }
}
