package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.platform.Refusal;

/** 送达方式: how the applicant wants to receive letters and the result. */
@Named("applyService")
@RequestScoped
@At("/apply/{draft}/service")
public class ApplyServicePage extends ApplyPage {

    @Inject
    SaveDraft saveDraft;

    private String method = "";
    private String address = "";
    private String phone = "";
    private boolean consent;

    @Override
    protected String prepare(Visit visit) {
        return page.t("apply.service");
    }

    @Override
    protected Reply show(Visit visit) {
        ServiceChoice chosen = draft.getView().service();
        method = chosen.method() == null ? "" : chosen.method().name();
        address = chosen.address();
        phone = chosen.phone();
        consent = chosen.eServiceConsent();
        return Reply.show("apply-service");
    }

    @Override
    protected Reply take(Visit visit) {
        method = visit.param("method");
        address = visit.param("address");
        phone = visit.param("phone");
        consent = visit.has("consent");
        if (getMethods().stream().noneMatch(offered -> offered.name().equals(method))) {
            page.trouble("method", page.t("service.missing"));
            return Reply.again("apply-service");
        }
        ServiceChoice choice = new ServiceChoice(ServiceMethod.valueOf(method), address, phone, consent);
        try {
            return goOnce(visit, () -> {
                saveDraft.chooseService(
                        visit.actor(), draft.getView().id(), draft.getView().version(), choice);
                return visit.param("_do").equals("leave") ? "" : "/check";
            });
        } catch (Refusal refusal) {
            return again(refusal);
        }
    }

    private Reply again(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            throw refusal;
        }
        page.trouble(refusal, path -> {
            String field = path.substring(path.lastIndexOf('.') + 1);
            return field.equals("eServiceConsent") ? "consent" : field;
        });
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
}
