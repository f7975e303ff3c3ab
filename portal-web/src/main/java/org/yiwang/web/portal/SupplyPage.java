package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseView;

/** 补交容缺材料, online, one material after the other or all at once. */
@Named("supplyPage")
@RequestScoped
@At("/my/cases/{caseNo}/supply")
public class SupplyPage implements OwnPage {

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
        return form.show(visit, CaseAction.SUPPLY_DEFERRED, "supply");
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("deferred.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        if (!at.can("SUPPLY_DEFERRED")) {
            return form.back(visit);
        }
        return form.send(visit, CaseAction.SUPPLY_DEFERRED, "supply", () -> said(visit), "supplied");
    }

    private ObjectNode said(Visit visit) {
        ObjectNode said = files.take(
                visit,
                at.getView().deferred().stream()
                        .filter(one -> one.state().equals("PENDING"))
                        .map(CaseView.Deferred::material)
                        .toList());
        if (said.path("files").isEmpty() && page.getTroubles().isEmpty()) {
            page.trouble("", page.t("deferred.none"));
        }
        return said;
    }
}
