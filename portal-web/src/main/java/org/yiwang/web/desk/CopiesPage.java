package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.handling.ReadCopies;

/** 抄送我的: what colleagues let me know of, and my word that I have read it. */
@Named("copiesPage")
@RequestScoped
public class CopiesPage {

    private static final int SIZE = 20;

    @Inject
    ReadCopies copies;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private ReadCopies.Page found;

    private ReadCopies.Page found() {
        if (found == null) {
            try {
                found = copies.mine(current.actor(), request.getParameter("after"), SIZE);
            } catch (Refusal refusal) {
                page.trouble(refusal);
                found = new ReadCopies.Page(List.of(), null);
            }
        }
        return found;
    }

    public List<ReadCopies.Line> getLines() {
        return found().items();
    }

    public String getNextUrl() {
        String next = found().next();
        return next == null
                ? null
                : request.getContextPath() + "/desk/copies?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** 已阅. */
    public void read() throws IOException {
        try {
            copies.receipt(current.actor(), Uuids.parse(request.getParameter("copy"), "这份抄送"));
        } catch (Refusal gone) {
            page.trouble("", "没有找到这份抄送，请刷新页面。");
            return;
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + "/desk/copies");
    }
}
