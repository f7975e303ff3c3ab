package org.yiwang.web.window;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.platform.Idempotency;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.bundle.HandOutErrand;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.delivery.DeliverResult;

/** 一件事统一交付: all results of an errand that lie ready go over the counter at once, against one look at one document. */
@Named("errandHandout")
@RequestScoped
public class ErrandHandoutPage {

    @Inject
    HandOutErrand handOut;

    @Inject
    Idempotency idempotency;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    private CaseNo no;
    private HandOutErrand.Counter view;

    /** Reads the errand; an empty number shows the question for it alone. */
    public void open(HttpServletRequest asked) {
        String typed = asked.getParameter("no");
        if (typed != null && !typed.isBlank()) {
            no = CaseNo.parse(typed).orElseThrow(() -> Refusal.notFound("这个一件事办件"));
            view = handOut.look(current.actor(), no);
        }
    }

    /** Hands all of it out; pressed twice, it is done once. */
    public void hand() throws IOException {
        try {
            String seen = sent.typed("seenReady");
            DeliverResult.Handover handover = new DeliverResult.Handover(
                    sent.typed("receiver"),
                    type(),
                    sent.typed("idNumber"),
                    sent.typed("identityChecked").equals("1"));
            idempotency.once(
                    current.actor().key(),
                    "errand-handout:" + sent.typed("key"),
                    (no.value() + " " + seen).getBytes(StandardCharsets.UTF_8),
                    () -> {
                        handOut.handOut(current.actor(), no, seen, handover);
                        return new Idempotency.Reply(200, no.value());
                    });
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(request.getContextPath() + "/window/errand?no=" + no.value() + "&done=1");
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                page.trouble("", refusal.getMessage());
            }
            for (Problem problem : refusal.problems()) {
                page.trouble("hand-" + problem.path(), problem.message());
            }
        }
    }

    private IdType type() {
        try {
            return IdType.valueOf(sent.typed("idType"));
        } catch (IllegalArgumentException e) {
            return IdType.ID_CARD;
        }
    }

    public HandOutErrand.Counter getView() {
        return view;
    }

    public String error(String name) {
        return page.troubleAt("hand-" + name);
    }

    public boolean isDone() {
        return sent.typed("done").equals("1");
    }
}
