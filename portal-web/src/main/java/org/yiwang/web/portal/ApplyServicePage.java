package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;

/** 送达方式: how the applicant wants to receive letters and the result. */
@Named("applyService")
@RequestScoped
@At("/apply/{draft}/service")
public class ApplyServicePage implements PortalPage {

    @Inject
    DraftAtHand draft;

    @Inject
    SaveDraft saveDraft;

    @Inject
    Page page;

    private String method = "";
    private String address = "";
    private String phone = "";
    private boolean consent;
    private String from = "";

    @Override
    public String section() {
        return "mine";
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        Optional<Reply> elsewhere = open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        ServiceChoice chosen = draft.getView().service();
        method = chosen.method() == null ? "" : chosen.method().name();
        address = chosen.address();
        phone = chosen.phone();
        consent = chosen.eServiceConsent();
        return Reply.show("apply-service");
    }

    private Optional<Reply> open(Visit visit) {
        page.setTitle(page.t("apply.service"));
        from = visit.param("from").equals("check") ? "check" : "";
        return draft.open(visit);
    }

    @Override
    public Reply post(Visit visit) {
        Optional<Reply> elsewhere = open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        method = visit.param("method");
        address = visit.param("address");
        phone = visit.param("phone");
        consent = visit.has("consent");
        if (getMethods().stream().noneMatch(offered -> offered.name().equals(method))) {
            page.trouble("method", page.t("service.missing"));
            return Reply.again("apply-service");
        }
        try {
            ServiceChoice choice = new ServiceChoice(ServiceMethod.valueOf(method), address, phone, consent);
            saveDraft.chooseService(
                    visit.actor(), draft.getView().id(), draft.getView().version(), choice);
        } catch (Refusal refusal) {
            return again(refusal);
        }
        String next = visit.param("_do").equals("leave") ? "" : "/check";
        return visit.go("/apply/" + draft.getView().id() + next);
    }

    private Reply again(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            throw refusal;
        }
        for (Problem problem : refusal.problems()) {
            String field = problem.path().substring(problem.path().lastIndexOf('.') + 1);
            page.trouble(field.equals("eServiceConsent") ? "consent" : field, problem.message());
        }
        return Reply.again("apply-service");
    }

    public List<ServiceMethod> getMethods() {
        return draft.getView().item().serviceMethods();
    }

    public String getMethod() {
        return method;
    }

    public String getAddress() {
        return address;
    }

    public String getPhone() {
        return phone;
    }

    public boolean isConsent() {
        return consent;
    }

    public String getFrom() {
        return from;
    }
}
