package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.web.security.KioskDoor;

/** 结束: by the button, or by the screen itself when nobody has touched it. Always back to Chinese for whoever comes next. */
@RequestScoped
@At("/kiosk/end")
public class EndPage implements KioskPage {

    @Inject
    KioskDoor door;

    @Override
    public Optional<Reply> entry(Visit visit) {
        return Optional.empty();
    }

    @Override
    public Reply get(Visit visit) {
        return Reply.go("/kiosk");
    }

    @Override
    public Reply post(Visit visit) {
        boolean idle = visit.param("why").equals("idle");
        door.close(idle ? "IDLE" : "USER", visit.request(), visit.response());
        return Reply.go("/kiosk?said=" + (idle ? "idle" : "done"));
    }
}
