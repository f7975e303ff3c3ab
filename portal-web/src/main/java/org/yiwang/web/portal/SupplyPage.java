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
import org.yiwang.workflow.casefile.CaseView;

/** 补交容缺材料, online, one material after the other or all at once. */
@Named("supplyPage")
@RequestScoped
@At("/my/cases/{caseNo}/supply")
public class SupplyPage implements OwnPage {

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
        return at.can("SUPPLY_DEFERRED")
                ? Reply.show("supply")
                : visit.go("/my/cases/" + at.no().value());
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("deferred.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        if (!at.can("SUPPLY_DEFERRED")) {
            return visit.go("/my/cases/" + at.no().value());
        }
        try {
            ObjectNode said = files.take(
                    visit,
                    at.getView().deferred().stream()
                            .filter(one -> one.state().equals("PENDING"))
                            .map(CaseView.Deferred::material)
                            .toList());
            if (said.path("files").isEmpty() && page.getTroubles().isEmpty()) {
                page.trouble("", page.t("deferred.none"));
            }
            if (!page.getTroubles().isEmpty()) {
                return Reply.again("supply");
            }
            once.run(
                    visit,
                    () -> actions.perform(
                            visit.actor(),
                            at.no(),
                            new ActionRequest(CaseAction.SUPPLY_DEFERRED, CaseForms.version(visit), null, said)));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            page.trouble(refusal);
            return Reply.refused("supply", refusal);
        }
        return visit.go("/my/cases/" + at.no().value() + "?said=supplied");
    }
}
