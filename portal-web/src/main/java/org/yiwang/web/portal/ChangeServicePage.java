package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.ReadCase;

/** 变更送达方式: how the applicant wants to receive letters and result, after he has submitted. */
@Named("changeService")
@RequestScoped
@At("/my/cases/{caseNo}/service")
public class ChangeServicePage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    ActionForm form;

    @Inject
    ReadCase readCase;

    @Inject
    Page page;

    private List<ServiceMethod> methods = List.of();
    private String method = "";
    private String address = "";
    private String phone = "";
    private boolean consent;

    @Override
    public Reply get(Visit visit) {
        open(visit);
        method = at.getView().service().method();
        consent = at.getView().service().electronic();
        return form.show(visit, CaseAction.CHANGE_SERVICE, "change-service");
    }

    private void open(Visit visit) {
        at.open(visit);
        methods = readCase.content(visit.actor(), at.no()).item().serviceMethods();
        page.setTitle(page.t("change.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        method = visit.param("method");
        address = visit.param("address");
        phone = visit.param("phone");
        consent = visit.has("consent");
        if (methods.stream().noneMatch(offered -> offered.name().equals(method))) {
            page.trouble("method", page.t("service.missing"));
            return Reply.again("change-service");
        }
        return form.send(
                visit,
                CaseAction.CHANGE_SERVICE,
                "change-service",
                this::said,
                "changed",
                path -> path.equals("eServiceConsent") ? "consent" : path);
    }

    private ObjectNode said() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("method", method)
                .put("address", address)
                .put("phone", phone)
                .put("eServiceConsent", consent);
    }

    public List<ServiceMethod> getMethods() {
        return methods;
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
