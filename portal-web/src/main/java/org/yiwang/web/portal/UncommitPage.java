package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseAction;

/** 撤回告知承诺, with the proof in its place or without. */
@Named("uncommitPage")
@RequestScoped
@At("/my/cases/{caseNo}/commitment")
public class UncommitPage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    ActionForm form;

    @Inject
    CaseFilesForm files;

    @Inject
    Page page;

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return form.show(visit, CaseAction.WITHDRAW_COMMITMENT, "commitment");
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("commitment.withdraw.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        if (!at.can("WITHDRAW_COMMITMENT")) {
            return form.back(visit);
        }
        return form.send(
                visit,
                CaseAction.WITHDRAW_COMMITMENT,
                "commitment",
                () -> files.take(visit, at.getView().commitment().materials()),
                "uncommitted");
    }
}
