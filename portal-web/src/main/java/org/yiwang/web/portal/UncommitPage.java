package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;

/** 撤回告知承诺, with the proof in its place or without. */
@Named("uncommitPage")
@RequestScoped
@At("/my/cases/{caseNo}/commitment")
public class UncommitPage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    CaseActions actions;

    @Inject
    CaseFilesForm files;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return at.can("WITHDRAW_COMMITMENT")
                ? Reply.show("commitment")
                : visit.go("/my/cases/" + at.no().value());
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("commitment.withdraw.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        if (!at.can("WITHDRAW_COMMITMENT")) {
            return visit.go("/my/cases/" + at.no().value());
        }
        try {
            ObjectNode said = files.take(visit, at.getView().commitment().materials());
            if (!page.getTroubles().isEmpty()) {
                return Reply.again("commitment");
            }
            once.run(
                    visit,
                    () -> actions.perform(
                            visit.actor(),
                            at.no(),
                            new ActionRequest(CaseAction.WITHDRAW_COMMITMENT, CaseForms.version(visit), null, said)));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            page.trouble(refusal);
            return Reply.refused("commitment", refusal);
        }
        return visit.go("/my/cases/" + at.no().value() + "?said=uncommitted");
    }
}
