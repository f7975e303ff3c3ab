package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.identity.ConfirmIdentity;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.enrolment.AnnounceBatch;
import org.yiwang.workflow.enrolment.DrawBatch;
import org.yiwang.workflow.enrolment.ReadEnrolment;

/** 批次公告和摇号: for the department that decides; who draws signs with his password. */
@Named("drawsPage")
@RequestScoped
public class DrawsPage {

    @Inject
    ReadEnrolment readEnrolment;

    @Inject
    AnnounceBatch announceBatch;

    @Inject
    DrawBatch drawBatch;

    @Inject
    ConfirmIdentity confirmIdentity;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    /** The items with batches that he decides. */
    public List<ItemVersion> getItems() {
        return readEnrolment.kept(current.actor());
    }

    public List<ReadEnrolment.Window> windows(ItemVersion item) {
        return readEnrolment.of(item.code().value());
    }

    public boolean isDone() {
        return request.getParameter("done") != null;
    }

    /** Announces a window for the item of the form. */
    public void announce() throws IOException {
        try {
            String places = sent.typed("places");
            announceBatch.announce(
                    current.actor(),
                    sent.typed("item"),
                    new AnnounceBatch.Announcement(
                            sent.typed("name"),
                            moment("opensAt"),
                            moment("closesAt"),
                            places.matches("\\d{1,6}") ? Integer.valueOf(places) : null));
        } catch (Refusal refusal) {
            page.trouble(refusal);
            return;
        }
        done();
    }

    /** Draws the batch of the form. */
    public void draw() throws IOException {
        try {
            String token = current.token();
            Proof proof = new Proof(
                    token,
                    confirmIdentity
                            .confirm(current.actor(), token, request.getParameter("password"))
                            .confirmation());
            drawBatch.draw(current.actor(), Uuids.parse(sent.typed("batch"), "这个批次"), proof);
        } catch (Refusal refusal) {
            page.trouble(refusal);
            return;
        }
        done();
    }

    private void done() throws IOException {
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/desk/draws?done=1");
    }

    private Instant moment(String name) {
        try {
            return LocalDateTime.parse(sent.typed(name)).atZone(Dates.CITY).toInstant();
        } catch (DateTimeParseException missing) {
            return null;
        }
    }
}
