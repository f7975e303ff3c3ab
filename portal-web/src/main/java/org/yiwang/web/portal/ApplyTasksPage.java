package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.filling.DiscardDraft;
import org.yiwang.web.component.Page;

/** 填写清单: what there is to do before an application can be submitted, and how far it is. */
@Named("applyTasks")
@RequestScoped
@At({"/apply/{draft}", "/apply/{draft}/discard"})
public class ApplyTasksPage implements PortalPage {

    @Inject
    DraftAtHand draft;

    @Inject
    DiscardDraft discardDraft;

    @Inject
    Page page;

    @Override
    public String section() {
        return "mine";
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        return draft.open(visit).orElseGet(() -> {
            boolean discard = page.getPath().endsWith("/discard");
            page.setTitle(
                    discard
                            ? page.t("apply.discard.title")
                            : page.say(draft.getView().item().name()));
            return Reply.show(discard ? "apply-discard" : "apply-tasks");
        });
    }

    @Override
    public Reply post(Visit visit) {
        return draft.open(visit).orElseGet(() -> {
            discardDraft.discard(visit.actor(), draft.getView().id());
            return visit.go("/my/cases?said=discarded");
        });
    }
}
