package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseAction;

/** 撤回申请: asked once more before it is done, because it cannot be undone. */
@Named("withdrawPage")
@RequestScoped
@At("/my/cases/{caseNo}/withdraw")
public class WithdrawPage implements OwnPage {

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
        return form.show(visit, CaseAction.WITHDRAW, "withdraw");
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("withdraw.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        reason = visit.param("reason");
        return form.send(
                visit,
                CaseAction.WITHDRAW,
                "withdraw",
                () -> JsonNodeFactory.instance.objectNode().put("reason", reason),
                "withdrawn");
    }

    public String getReason() {
        return reason;
    }
}
