package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.PlatformTime;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.Simulation;

/**
 * 可拨平台时间: machine time plus an offset that all nodes share in one row. The offset is looked up at most once a second;
 * in production never.
 */
@ApplicationScoped
class MovablePlatformTime implements PlatformTime {

    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    Profile profile;

    @Inject
    @MachineTime
    Clock machine;

    @Inject
    Sql sql;

    @Inject
    AfterCommit afterCommit;

    /** Not looked up yet: an offset may also be negative. */
    private static final long UNKNOWN = Long.MIN_VALUE;

    private volatile Reading reading = new Reading(UNKNOWN, Instant.MIN);

    private record Reading(long offset, Instant until) {}

    @Override
    public Instant now() {
        if (Simulation.running()) {
            return Simulation.current().orElseThrow().now();
        }
        Instant now = machine.instant().truncatedTo(ChronoUnit.MILLIS);
        return profile.production() ? now : now.plusMillis(offset(now));
    }

    private long offset(Instant now) {
        Reading last = reading;
        if (now.isBefore(last.until())) {
            return last.offset();
        }
        if (last.offset() == UNKNOWN) {
            remember(stored());
            return reading.offset();
        }
        // Others need not queue behind the look-up: the last offset is at most a little old for them.
        remember(last.offset());
        try {
            remember(stored());
        } catch (IllegalStateException unreadable) {
            // A transaction that can only roll back gives no connection; the last offset is good enough for it.
            return last.offset();
        }
        return reading.offset();
    }

    /** Forward only: a look-up that began before an adjustment must not undo it. */
    private synchronized void remember(long offset) {
        reading = new Reading(
                Math.max(reading.offset(), offset), machine.instant().plus(FRESH));
    }

    private long stored() {
        return sql.first("SELECT offset_millis FROM platform_clock WHERE id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    /**
     * The platform's first moment, on whichever node starts first: any time while nothing has happened yet, later only
     * forward.
     */
    @Transactional
    public void begin(Optional<Instant> target) {
        boolean begun = sql.first("SELECT begun FROM platform_clock WHERE id = 1 FOR UPDATE", row -> row.getBoolean(1))
                .orElse(true);
        if (begun) {
            target.ifPresent(this::advanceTo);
            return;
        }
        long offset = target.map(
                        first -> Duration.between(machine.instant(), first).toMillis())
                .orElse(0L);
        sql.update("UPDATE platform_clock SET offset_millis = ?, begun = true WHERE id = 1", offset);
        afterCommit.run(() -> reading = new Reading(offset, machine.instant().plus(FRESH)));
    }

    @Override
    @Transactional
    public void beginAt(Instant start) {
        if (profile.production()) {
            throw Refusal.forbidden("正式环境的时间不能调整。");
        }
        boolean used =
                sql.first("SELECT 1 FROM outbox LIMIT 1", row -> row.getLong(1)).isPresent();
        if (used) {
            throw Refusal.conflict("CLOCK_IN_USE", "平台已经有业务记录，起始时间不能再改，只能向前调整。");
        }
        long offset = Duration.between(machine.instant(), start).toMillis();
        sql.update("UPDATE platform_clock SET offset_millis = ? WHERE id = 1", offset);
        afterCommit.run(() -> reading = new Reading(offset, machine.instant().plus(FRESH)));
    }

    @Override
    @Transactional
    public void advanceTo(Instant target) {
        if (profile.production()) {
            throw Refusal.forbidden("正式环境的时间不能调整。");
        }
        sql.list("SELECT offset_millis FROM platform_clock WHERE id = 1 FOR UPDATE", row -> row.getLong(1));
        long offset = Duration.between(machine.instant(), target).toMillis();
        if (offset < stored()) {
            throw Refusal.of(Refusal.Kind.INVALID, "CLOCK_BACKWARD", "时间只能向前调整，不能早于当前平台时间 " + now() + "。");
        }
        sql.update("UPDATE platform_clock SET offset_millis = ? WHERE id = 1", offset);
        afterCommit.run(() -> remember(offset));
    }
}
