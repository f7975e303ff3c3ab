package org.yiwang.web.boot;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.annotation.Gauge;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.MeasureOutbox;
import org.yiwang.workflow.clock.FireDeadlines;

/**
 * 运行指标: what an operator must see besides the server's own numbers at {@code /metrics}: whether work after the commit
 * gets done, and whether requests wait for the database.
 */
@ApplicationScoped
public class PlatformMetrics {

    /** One scrape reads all gauges; the table is counted once for them. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    MeasureOutbox outbox;

    @Inject
    FireDeadlines deadlines;

    @Inject
    Boot boot;

    @Inject
    @MachineTime
    Clock clock;

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource database;

    private volatile Measured last = new Measured(Instant.MIN, null);

    private record Measured(Instant at, MeasureOutbox.Measure measure) {}

    /** The server registers gauges when their bean is made, so it is made at the start. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    @Gauge(
            name = "yiwang_outbox_age_seconds",
            absolute = true,
            unit = "none",
            description = "How long the oldest message that is due has been due")
    public double outboxAge() {
        return boot.ready() ? measure().late().toMillis() / 1000.0 : 0;
    }

    @Gauge(
            name = "yiwang_outbox_dead_rows",
            absolute = true,
            unit = "none",
            description = "Messages that were given up and wait for an administrator")
    public long outboxDead() {
        return boot.ready() ? measure().dead() : 0;
    }

    @Gauge(
            name = "yiwang_outbox_failed_rows",
            absolute = true,
            unit = "none",
            description = "Messages that failed and will be tried again")
    public long outboxFailed() {
        return boot.ready() ? measure().failed() : 0;
    }

    @Gauge(
            name = "yiwang_outbox_waiting_rows",
            absolute = true,
            unit = "none",
            description = "Messages whose receiver said not yet")
    public long outboxWaiting() {
        return boot.ready() ? measure().waiting() : 0;
    }

    @Gauge(
            name = "yiwang_clock_lag_seconds",
            absolute = true,
            unit = "none",
            description = "How long the oldest deadline that is due has not been told, in platform time")
    public double clockLag() {
        return boot.ready() ? deadlines.lag().toMillis() / 1000.0 : 0;
    }

    @Gauge(
            name = "yiwang_pool_wait_seconds",
            absolute = true,
            unit = "none",
            description = "How long a request would wait now for a database connection; NaN if it gets none")
    public double poolWait() {
        long begun = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            return (System.nanoTime() - begun) / 1e9;
        } catch (SQLException unreachable) {
            return Double.NaN;
        }
    }

    private MeasureOutbox.Measure measure() {
        Measured known = last;
        Instant now = clock.instant();
        if (known.measure() == null || Duration.between(known.at(), now).compareTo(FRESH) > 0) {
            known = new Measured(now, outbox.now());
            last = known;
        }
        return known.measure();
    }
}
