package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.workflow.publicity.ReadPublicity;

/** 公示栏: what is shown to the public before it is granted; for strangers, kept by nobody and found by no search engine. */
@Named("publicityPage")
@RequestScoped
@At({"/publicity", "/publicity/{id}"})
public class PublicityPage implements PortalPage {

    private static final int ROWS = 20;

    @Inject
    ReadPublicity readPublicity;

    @Inject
    Page page;

    private ReadPublicity.Board board;
    private ReadPublicity.Notice notice;

    @Override
    public String section() {
        return "publicity";
    }

    @Override
    public Reply get(Visit visit) {
        keepOut(visit);
        page.setTitle(page.t("publicity.title"));
        if (visit.variable("id") == null) {
            board = readPublicity.open(visit.param("after"), ROWS);
            return Reply.show("publicity");
        }
        notice = readPublicity.one(id(visit));
        page.setTitle(page.t1("publicity.of", notice.itemName()));
        return Reply.show("publicity-notice");
    }

    /** Names, even masked, are not for caches and not for search engines. */
    static void keepOut(Visit visit) {
        visit.response().setHeader("Cache-Control", "no-store");
        visit.response().setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }

    static UUID id(Visit visit) {
        return Uuids.parse(visit.variable("id"), "这份公示");
    }

    public ReadPublicity.Board getBoard() {
        return board;
    }

    public ReadPublicity.Notice getNotice() {
        return notice;
    }
}
