package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.filling.DiscardDraft;
import org.yiwang.web.component.Uuids;

/** 填写清单: what there is to do before an application can be submitted, and how far it is. */
@Named("applyTasks")
@RequestScoped
@At({"/apply/{draft}", "/apply/{draft}/discard"})
public class ApplyTasksPage extends ApplyPage {

    @Inject
    DiscardDraft discardDraft;

    @Override
    protected String prepare(Visit visit) {
        return discarding()
                ? page.t("apply.discard.title")
                : page.say(draft.getView().item().name());
    }

    private boolean discarding() {
        return page.getPath().endsWith("/discard");
    }

    @Override
    protected Reply show(Visit visit) {
        return Reply.show(discarding() ? "apply-discard" : "apply-tasks");
    }

    /** Sent again, the draft is no longer there to be opened; it has been deleted once and that is said again. */
    @Override
    public Reply post(Visit visit) {
        return take(visit);
    }

    @Override
    protected Reply take(Visit visit) {
        return visit.go(once.go(visit, () -> {
            discardDraft.discard(visit.actor(), Uuids.parse(visit.variable("draft"), "这份草稿"));
            return "/my/cases?said=discarded";
        }));
    }
}
