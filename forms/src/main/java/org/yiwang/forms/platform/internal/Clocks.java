package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.PlatformTime;
import org.yiwang.forms.platform.Simulation;

/** 时钟: platform time unless a bean asks for the machine's. Both tick in milliseconds and know no local zone. */
@ApplicationScoped
class Clocks {

    private static final Clock MACHINE = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

    @Inject
    PlatformTime platformTime;

    @Produces
    Clock platform() {
        return new PlatformClock(platformTime, ZoneOffset.UTC);
    }

    @Produces
    @MachineTime
    Clock machine() {
        return MACHINE;
    }

    private static final class PlatformClock extends Clock {
        private final PlatformTime time;
        private final ZoneId zone;

        PlatformClock(PlatformTime time, ZoneId zone) {
            this.time = time;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new PlatformClock(time, other);
        }

        @Override
        public Instant instant() {
            return Simulation.current().map(Simulation::now).orElseGet(time::now);
        }
    }
}
