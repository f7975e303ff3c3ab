package org.yiwang.web.window;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.security.CurrentActor;

/** 窗口填报的送达方式: how the applicant wants the result; after a refusal what was typed, otherwise what is saved. */
@Named("intakeService")
@RequestScoped
public class IntakeService {

    @Inject
    SaveDraft saveDraft;

    @Inject
    IntakePage intake;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    /** Saves the choice if one was sent; a wrong one is named at its field and stays in the form. */
    DraftView save(DraftView view) {
        if (!isSent() || sent.typed("method").isEmpty()) {
            return view;
        }
        ServiceMethod method = view.item().serviceMethods().stream()
                .filter(offered -> offered.name().equals(sent.typed("method")))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("method", "REQUIRED", "请选择送达方式。"));
        ServiceChoice choice = new ServiceChoice(method, getAddress(), getPhone(), isConsent());
        if (choice.equals(view.service())) {
            return view;
        }
        try {
            return saveDraft.chooseService(current.actor(), view.id(), view.version(), choice);
        } catch (Refusal refusal) {
            for (Problem problem : refusal.problems()) {
                String field = problem.path().substring(problem.path().lastIndexOf('.') + 1);
                page.trouble("s-" + field, problem.message());
            }
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            return view;
        }
    }

    private boolean isSent() {
        return request.getParameter("serviceAddress") != null;
    }

    private ServiceChoice saved() {
        return intake.getView().service();
    }

    public List<ServiceMethod> getMethods() {
        return intake.getView().item().serviceMethods();
    }

    public boolean method(ServiceMethod method) {
        return isSent() ? method.name().equals(sent.typed("method")) : saved() != null && method == saved().method();
    }

    public String getAddress() {
        return isSent() ? sent.typed("serviceAddress") : saved() == null ? "" : saved().address();
    }

    public String getPhone() {
        return isSent() ? sent.typed("servicePhone") : saved() == null ? "" : saved().phone();
    }

    public boolean isConsent() {
        return isSent() ? !sent.typed("consent").isEmpty() : saved() != null && saved().eServiceConsent();
    }
}
