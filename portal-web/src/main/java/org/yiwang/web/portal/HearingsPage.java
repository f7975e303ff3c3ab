package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.hearing.ReadHearings;

/** 听证公告: hearings of great public interest, for everybody to read. */
@Named("hearingsPage")
@RequestScoped
@At("/hearings")
public class HearingsPage implements PortalPage {

    @Inject
    ReadHearings read;

    @Inject
    Page page;

    private List<ReadHearings.Announcement> hearings = List.of();

    @Override
    public String section() {
        return "publicity";
    }

    @Override
    public Reply get(Visit visit) {
        visit.response().setHeader("Cache-Control", "no-store");
        page.setTitle(page.t("hearings.title"));
        hearings = read.announced();
        return Reply.show("hearings");
    }

    public List<ReadHearings.Announcement> getHearings() {
        return hearings;
    }
}
