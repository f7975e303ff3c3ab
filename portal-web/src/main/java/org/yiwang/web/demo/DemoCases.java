package org.yiwang.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import org.yiwang.forms.platform.PlatformTime;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.StartStep;
import org.yiwang.workflow.casefile.AnyCase;

/** 演示办件: at the first start of a demo installation, plays {@link DemoStories} from some weeks ago until now. */
@ApplicationScoped
class DemoCases implements StartStep {

    private static final Logger LOG = Logger.getLogger(DemoCases.class.getName());

    /** Long enough for a case to run past a legal limit of twenty working days. */
    static final Duration PAST = Duration.ofDays(40);

    @Inject
    Profile profile;

    @Inject
    PlatformTime time;

    @Inject
    Clock clock;

    @Inject
    AnyCase any;

    @Inject
    DemoStories stories;

    @Override
    public int order() {
        return DEMO + 50;
    }

    @Override
    public String name() {
        return "demo cases";
    }

    @Override
    public void run() {
        if (profile != Profile.DEMO || any.exists()) {
            return;
        }
        LOG.info("Telling the demo city's past; this happens at the first start only.");
        Instant now = clock.instant();
        time.beginAt(now.minus(PAST));
        stories.tell(now);
        time.advanceTo(now.plus(Duration.ofMinutes(1)));
    }
}
