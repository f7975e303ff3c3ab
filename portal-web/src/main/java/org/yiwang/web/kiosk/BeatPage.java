package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;

/** 心跳: a kiosk that waits for somebody says that it is there; that its own token was used is all that is noted. */
@RequestScoped
@At("/kiosk/beat")
public class BeatPage implements KioskPage {

    @Override
    public boolean needsCard() {
        return false;
    }

    @Override
    public Reply get(Visit visit) {
        return new Reply.File("beat.txt", "text/plain", "ok".getBytes(StandardCharsets.US_ASCII), false);
    }
}
