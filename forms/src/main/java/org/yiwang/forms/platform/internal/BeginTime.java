package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.StartStep;

/** 起始时间: begins platform time at {@code yiwang.now} where that is set; for the demo and for tests. */
@ApplicationScoped
class BeginTime implements StartStep {

    @Inject
    @ConfigProperty(name = "yiwang.now")
    Optional<String> now;

    @Inject
    Profile profile;

    @Inject
    MovablePlatformTime time;

    @Override
    public int order() {
        return GROUND;
    }

    @Override
    public String name() {
        return "platform time";
    }

    @Override
    public void run() {
        if (profile.production() && now.isPresent()) {
            throw new IllegalStateException(
                    "yiwang.now is for the demo and for tests; production goes by the machine's time");
        }
        if (!profile.production()) {
            time.begin(now.map(BeginTime::parsed));
        }
    }

    private static Instant parsed(String text) {
        try {
            return OffsetDateTime.parse(text.trim()).toInstant();
        } catch (DateTimeException wrong) {
            throw new IllegalStateException("yiwang.now is no ISO time with offset: " + text, wrong);
        }
    }
}
