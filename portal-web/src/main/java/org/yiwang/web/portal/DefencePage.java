package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseAction;

/** 陈述申辩: what the person says before a decision is rescinded. */
@Named("defencePage")
@RequestScoped
@At("/my/cases/{caseNo}/defence")
public class DefencePage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    ActionForm form;

    @Inject
    Page page;

    private String text = "";

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return form.show(visit, CaseAction.STATE_DEFENCE, "defence");
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t(rescission() ? "rescission.title" : "ending.title.told"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        if (!at.can("STATE_DEFENCE")) {
            return form.back(visit);
        }
        text = visit.param("text");
        return form.send(
                visit,
                CaseAction.STATE_DEFENCE,
                "defence",
                () -> JsonNodeFactory.instance.objectNode().put("text", text),
                "defended");
    }

    private boolean rescission() {
        return at.getView().rescission() != null
                && at.getView().rescission().state().equals("TOLD");
    }

    /** The last day; null before the notice was served. */
    public LocalDate getUntil() {
        return rescission()
                ? at.getView().rescission().until()
                : at.getView().ending().until();
    }

    public String getWhy() {
        return rescission()
                ? at.getView().rescission().reason()
                : at.getView().ending().facts();
    }

    public String getText() {
        return text;
    }
}
