package org.yiwang.web.kiosk;

import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.web.portal.PortalPage;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;

/** 终端页面: shown on machines that were set up; most of them only to the person whose card was read. */
interface KioskPage extends PortalPage {

    @Override
    default String section() {
        return "";
    }

    @Override
    default boolean personal() {
        return true;
    }

    /** Whether a card must have been read. */
    default boolean needsCard() {
        return true;
    }

    /** Whether one may ask for it from the start screen, so that the card reader comes in between. */
    default boolean entrance() {
        return false;
    }

    @Override
    default Optional<Reply> entry(Visit visit) {
        Actor.Kind kind = visit.actor().kind();
        if (kind == Actor.Kind.CITIZEN || kind == Actor.Kind.KIOSK && !needsCard()) {
            return Optional.empty();
        }
        if (kind != Actor.Kind.KIOSK) {
            return Optional.of(new Reply.Show("kiosk/off", 403));
        }
        boolean reading = visit.request().getMethod().equals("GET");
        return Optional.of(visit.go(entrance() && reading ? "/kiosk/card?to=" + CardPage.goal(visit) : "/kiosk"));
    }
}
