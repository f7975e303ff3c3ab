package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;

/** 撤回申请: asked once more before it is done, because it cannot be undone. */
@Named("withdrawPage")
@RequestScoped
@At("/my/cases/{caseNo}/withdraw")
public class WithdrawPage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    CaseActions actions;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private String reason = "";

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return at.can("WITHDRAW")
                ? Reply.show("withdraw")
                : visit.go("/my/cases/" + at.no().value());
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("withdraw.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        reason = visit.param("reason");
        var said = JsonNodeFactory.instance.objectNode().put("reason", reason);
        try {
            once.run(
                    visit,
                    () -> actions.perform(
                            visit.actor(),
                            at.no(),
                            new ActionRequest(CaseAction.WITHDRAW, CaseForms.version(visit), null, said)));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            page.trouble(refusal);
            return Reply.refused("withdraw", refusal);
        }
        return visit.go("/my/cases/" + at.no().value() + "?said=withdrawn");
    }

    public String getReason() {
        return reason;
    }
}
