package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.CardReading;
import org.yiwang.forms.identity.OpenKioskSession;
import org.yiwang.forms.identity.spi.CardReader;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.web.security.KioskDoor;

/** 刷身份证: the card opens the session; nobody types a password at a kiosk. */
@Named("kioskCard")
@RequestScoped
@At("/kiosk/card")
public class CardPage implements KioskPage {

    /** Whoever lays his card down wants one of these. */
    private static final String GOALS = "cases|items/[a-z0-9-]{1,60}";

    @Inject
    CardReader reader;

    @Inject
    OpenKioskSession openSession;

    @Inject
    KioskDoor door;

    @Inject
    Page page;

    private String to = "";

    /** The page that was asked for, as this one takes it. */
    static String goal(Visit visit) {
        String path = visit.request().getRequestURI();
        String goal = path.substring(path.indexOf("/kiosk/") + "/kiosk/".length());
        return goal.matches(GOALS) ? goal : "cases";
    }

    @Override
    public boolean needsCard() {
        return false;
    }

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return visit.actor().citizen() ? visit.go("/kiosk/" + to) : Reply.show("kiosk/card");
    }

    private void open(Visit visit) {
        page.setTitle(page.t("kiosk.card"));
        to = visit.param("to").matches(GOALS) ? visit.param("to") : "cases";
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        try {
            // Chosen on the screen where there is no reader; the device that asks is the one the session is for.
            CardReading reading = reader.read(device(), visit.param("card"))
                    .orElseThrow(() -> Refusal.invalid("card", "CARD_NOT_READ", page.t("kiosk.card.unread")));
            door.open(openSession.open(device(), reading), visit.request(), visit.response());
            return visit.go("/kiosk/" + to);
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            page.trouble(refusal, path -> "");
            return Reply.again("kiosk/card");
        }
    }

    private Actor device() {
        return door.device().orElseThrow(() -> Refusal.forbidden(page.t("kiosk.off.text")));
    }

    public List<CardReader.SampleCard> getSamples() {
        return reader.samples();
    }

    public String getTo() {
        return to;
    }
}
