package org.yiwang.web.supervision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.supervision.IssueOrder;
import org.yiwang.workflow.supervision.ReadOrders;
import org.yiwang.workflow.supervision.SupervisionOrder;

/** 发出督办单: by a supervisor, about one case, to one department. */
@Named("issuePage")
@RequestScoped
public class IssuePage {

    @Inject
    IssueOrder issue;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    public List<Department> getDepartments() {
        return directory.departments();
    }

    /** Does it and shows the order; or says at the top why not. */
    public void send() throws IOException {
        ReadOrders.View issued;
        try {
            issued = issue.issue(current.actor(), demand());
        } catch (Refusal refusal) {
            page.trouble(refusal);
            return;
        }
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/desk/order?id=" + issued.id() + "&done=ISSUED");
    }

    private IssueOrder.Demand demand() {
        SupervisionOrder.Level level = Stream.of(SupervisionOrder.Level.values())
                .filter(value -> value.name().equals(sent.typed("level")))
                .findFirst()
                .orElse(null);
        String days = sent.typed("days");
        return new IssueOrder.Demand(
                sent.typed("no").replaceAll("\\s", ""),
                level,
                sent.typed("department"),
                sent.typed("text"),
                days.matches("\\d{1,3}") ? Integer.valueOf(days) : null);
    }
}
