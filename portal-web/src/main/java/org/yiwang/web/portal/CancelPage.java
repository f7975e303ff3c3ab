package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseAction;

/** 申请注销: the holder wants what he was granted no longer. */
@Named("cancelPage")
@RequestScoped
@At("/my/cases/{caseNo}/cancel")
public class CancelPage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    ActionForm form;

    @Inject
    Page page;

    private String reason = "";

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return form.show(visit, CaseAction.ASK_CANCELLATION, "cancel");
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("ending.cancel"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        reason = visit.param("reason");
        return form.send(
                visit,
                CaseAction.ASK_CANCELLATION,
                "cancel",
                () -> JsonNodeFactory.instance.objectNode().put("reason", reason),
                "cancelAsked");
    }

    public String getReason() {
        return reason;
    }
}
