package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.notification.Inbox;
import org.yiwang.workflow.notification.NoticeView;

/** 消息: what the officer has been told, himself or in his posts. */
@Named("deskNoticesPage")
@RequestScoped
public class NoticesPage {

    private static final int SIZE = 20;

    @Inject
    Inbox inbox;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    private Inbox.Page found;

    private Inbox.Page found() {
        if (found == null) {
            found = inbox.mine(current.actor(), after(), SIZE);
        }
        return found;
    }

    private Optional<UUID> after() {
        try {
            return Optional.ofNullable(request.getParameter("after")).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    public List<NoticeView> getNotices() {
        return found().notices();
    }

    public String getNextUrl() {
        return found().next()
                .map(id -> request.getContextPath() + "/desk/notices?after=" + id)
                .orElse(null);
    }

    /** Marks what is on this page as read. */
    public void readAll() throws IOException {
        found().notices().stream()
                .filter(notice -> !notice.read())
                .forEach(notice -> inbox.markRead(current.actor(), notice.id()));
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + "/desk/notices");
    }
}
