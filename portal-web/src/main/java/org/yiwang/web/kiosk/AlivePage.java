package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;

/** 仍在使用: the screen says that somebody touches it, so that the session does not end while he types. */
@RequestScoped
@At("/kiosk/alive")
public class AlivePage implements KioskPage {

    @Override
    public Reply get(Visit visit) {
        return new Reply.File("alive.txt", "text/plain", "ok".getBytes(StandardCharsets.US_ASCII), false);
    }
}
