package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseAction;

/** 听证: the applicant asks for a hearing before it is decided, or says that he wants none. */
@Named("hearingPage")
@RequestScoped
@At("/my/cases/{caseNo}/hearing")
public class HearingPage implements OwnPage {

    private static final String ASK = "ASK";
    private static final String WAIVE = "WAIVE";

    @Inject
    CaseAtHand at;

    @Inject
    ActionForm form;

    @Inject
    Page page;

    private String choice = "";
    private String request = "";

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return offered() ? Reply.show("hearing") : form.back(visit);
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("hearing.title"));
    }

    private boolean offered() {
        return at.can("ASK_HEARING") || at.can("WAIVE_HEARING");
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        if (!offered()) {
            return form.back(visit);
        }
        choice = visit.param("choice");
        request = visit.param("request");
        boolean asks = choice.equals(ASK);
        return form.send(
                visit,
                asks ? CaseAction.ASK_HEARING : CaseAction.WAIVE_HEARING,
                "hearing",
                this::said,
                asks ? "hearingAsked" : "hearingWaived");
    }

    private ObjectNode said() {
        if (!choice.equals(ASK) && !choice.equals(WAIVE)) {
            throw Refusal.invalid("choice", "REQUIRED", "请选择申请听证或者放弃听证。");
        }
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        return choice.equals(ASK) ? said.put("request", request) : said;
    }

    public String getChoice() {
        return choice;
    }

    public String getRequest() {
        return request;
    }
}
