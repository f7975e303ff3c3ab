package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.yiwang.forms.catalogue.course.WaitingRule;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.waiting.ReadWaiting;
import org.yiwang.workflow.waiting.ReleasePlaces;

/** 轮候名册: the lists this officer keeps, in the order of turns, and what he releases. */
@Named("listsPage")
@RequestScoped
public class ListsPage {

    @Inject
    ReadWaiting readWaiting;

    @Inject
    ReleasePlaces releasePlaces;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private ReadWaiting.WaitingList list;

    /** The lists he keeps. */
    public List<WaitingRule> getKept() {
        return readWaiting.kept(current.actor());
    }

    /** The one asked for, else the first he keeps; null when he keeps none. */
    public ReadWaiting.WaitingList getList() {
        if (list == null && !key().isEmpty()) {
            try {
                list = readWaiting.list(current.actor(), key());
            } catch (Refusal refusal) {
                page.trouble(refusal);
            }
        }
        return list;
    }

    private String key() {
        String asked = request.getParameter("list");
        if (asked != null && !asked.isBlank()) {
            return asked;
        }
        return getKept().stream().map(WaitingRule::list).findFirst().orElse("");
    }

    public String getTyped() {
        String typed = request.getParameter("places");
        return typed == null ? "" : typed;
    }

    public boolean isDone() {
        return request.getParameter("done") != null;
    }

    /** Puts what was typed, a line each, on the shelf. */
    public void release() throws IOException {
        try {
            releasePlaces.release(current.actor(), key(), getTyped().lines().toList());
        } catch (Refusal refusal) {
            page.trouble(refusal);
            return;
        }
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/desk/lists?list=" + key() + "&done=RELEASED");
    }
}
