package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.workflow.notification.Inbox;
import org.yiwang.workflow.notification.NoticeView;

/** 消息: what the platform has told the person signed in. */
@Named("myNotices")
@RequestScoped
@At("/my/notices")
public class NoticesPage implements OwnPage {

    private static final int PAGE = 20;

    @Inject
    Inbox inbox;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private Inbox.Page shown;

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("notices.title"));
        Optional<UUID> after =
                visit.has("after") ? Optional.of(Uuids.parse(visit.param("after"), "这条消息")) : Optional.empty();
        shown = inbox.mine(visit.actor(), after, PAGE);
        return Reply.show("notices");
    }

    /** Marks one as read, then goes to the case it is about. */
    @Override
    public Reply post(Visit visit) {
        UUID id = Uuids.parse(visit.param("notice"), "这条消息");
        String caseNo = visit.param("caseNo");
        return visit.go(once.go(visit, () -> {
            inbox.markRead(visit.actor(), id);
            if (visit.param("topic").equals("interest.told")) {
                return "/my/interests";
            }
            return caseNo.matches("\\d{21}") ? "/my/cases/" + caseNo : "/my/notices";
        }));
    }

    public List<NoticeView> getNotices() {
        return shown.notices();
    }

    public String getNext() {
        return shown.next().map(id -> page.url("/my/notices?after=" + id)).orElse(null);
    }
}
