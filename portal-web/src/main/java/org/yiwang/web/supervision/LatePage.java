package org.yiwang.web.supervision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.supervision.LateWork;

/** 谁超期: late work, the oldest first, by department and person. Everything stands in the URL. */
@Named("latePage")
@RequestScoped
public class LatePage {

    private static final int SIZE = 30;

    @Inject
    LateWork late;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private LateWork.Page found;

    private LateWork.Page found() {
        if (found == null) {
            try {
                found = late.list(current.actor(), given("department"), given("officer"), given("after"), SIZE);
            } catch (Refusal refusal) {
                page.trouble(refusal);
                found = new LateWork.Page(List.of(), null);
            }
        }
        return found;
    }

    private String given(String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public List<LateWork.Line> getLines() {
        return found().items();
    }

    public List<Department> getDepartments() {
        return directory.departments();
    }

    /** Those of the chosen department; none before one is chosen. */
    public List<Officer> getOfficers() {
        return directory.officers().stream()
                .filter(officer -> officer.department().equals(getDepartment()))
                .toList();
    }

    public String getDepartment() {
        return given("department") == null ? "" : given("department");
    }

    public String getOfficer() {
        return given("officer") == null ? "" : given("officer");
    }

    /** 下一页; null on the last. */
    public String getNextUrl() {
        String next = found().next();
        return next == null ? null : getFirstUrl() + "&after=" + encode(next);
    }

    /** The same list from its beginning. */
    public String getFirstUrl() {
        return request.getContextPath() + "/supervision/late?department=" + encode(getDepartment()) + "&officer="
                + encode(getOfficer());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
