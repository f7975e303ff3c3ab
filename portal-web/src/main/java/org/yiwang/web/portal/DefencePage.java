package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;

/** 陈述申辩: what the person says before a decision is rescinded. */
@Named("defencePage")
@RequestScoped
@At("/my/cases/{caseNo}/defence")
public class DefencePage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    CaseActions actions;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private String text = "";

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return at.can("STATE_DEFENCE")
                ? Reply.show("defence")
                : visit.go("/my/cases/" + at.no().value());
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("rescission.title"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        if (!at.can("STATE_DEFENCE")) {
            return visit.go("/my/cases/" + at.no().value());
        }
        text = visit.param("text");
        try {
            ObjectNode said = JsonNodeFactory.instance.objectNode().put("text", text);
            if (!page.getTroubles().isEmpty()) {
                return Reply.again("defence");
            }
            once.run(
                    visit,
                    () -> actions.perform(
                            visit.actor(),
                            at.no(),
                            new ActionRequest(CaseAction.STATE_DEFENCE, CaseForms.version(visit), null, said)));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            page.trouble(refusal);
            return Reply.refused("defence", refusal);
        }
        return visit.go("/my/cases/" + at.no().value() + "?said=defended");
    }

    public String getText() {
        return text;
    }
}
