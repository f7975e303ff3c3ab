package org.yiwang.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.yiwang.forms.platform.PlatformTime;

/** 拨钟: a transaction of its own, so that what is due is due for every worker before anything is fired. */
@ApplicationScoped
public class MoveClock {

    @Inject
    PlatformTime time;

    /** Puts platform time forward and says what it is then. */
    @Transactional
    public Instant to(Instant target) {
        time.advanceTo(target);
        return time.now();
    }

    public Instant now() {
        return time.now();
    }
}
