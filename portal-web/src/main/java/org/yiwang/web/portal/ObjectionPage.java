package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.publicity.RaiseObjection;
import org.yiwang.workflow.publicity.ReadPublicity;

/** 我的异议: to object to what is shown, and to read the answer later, when it is no longer shown. */
@Named("objectionPage")
@RequestScoped
@At("/publicity/{id}/objection")
public class ObjectionPage implements OwnPage {

    @Inject
    ReadPublicity readPublicity;

    @Inject
    RaiseObjection raiseObjection;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private UUID id;
    private ReadPublicity.Notice notice;
    private List<ReadPublicity.Objection> mine = List.of();
    private String reason = "";

    @Override
    public String section() {
        return "publicity";
    }

    @Override
    public Reply get(Visit visit) {
        return show(visit, Reply.show("objection"));
    }

    private Reply show(Visit visit, Reply reply) {
        PublicityPage.keepOut(visit);
        page.setTitle(page.t("objection.title"));
        id = PublicityPage.id(visit);
        mine = readPublicity.mine(visit.actor(), id);
        try {
            notice = readPublicity.one(id);
        } catch (Refusal over) {
            if (mine.isEmpty()) {
                throw over;
            }
        }
        return reply;
    }

    @Override
    public Reply post(Visit visit) {
        reason = visit.param("reason");
        UUID about = PublicityPage.id(visit);
        try {
            once.run(visit, () -> raiseObjection.raise(visit.actor(), about, reason));
        } catch (Refusal refusal) {
            Reply.passOn(refusal);
            page.trouble("reason", refusal);
            return show(visit, Reply.refused("objection", refusal));
        }
        return visit.go("/publicity/" + about + "/objection");
    }

    public UUID getId() {
        return id;
    }

    /** Null when it is over. */
    public ReadPublicity.Notice getNotice() {
        return notice;
    }

    public List<ReadPublicity.Objection> getMine() {
        return mine;
    }

    public String getReason() {
        return reason;
    }
}
