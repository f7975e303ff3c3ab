package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.forms.platform.RunOutbox;
import org.yiwang.forms.platform.Simulation;
import org.yiwang.forms.platform.TraceId;

/**
 * 发件箱表: writes each order at once, on the transaction's own connection. Not in {@code beforeCompletion}: there the
 * container hands out another connection, and the order would be kept even if the commit failed.
 */
@ApplicationScoped
class SqlOutbox implements Outbox {

    private static final String NUDGED = SqlOutbox.class.getName();

    @Inject
    OutboxTable table;

    @Inject
    AfterCommit transaction;

    @Inject
    RunOutbox run;

    @Inject
    Clock clock;

    @Inject
    @MachineTime
    Clock machine;

    @Override
    @Transactional(TxType.MANDATORY)
    public void order(String kind, String key, String orderKey, String body) {
        if (Simulation.running()) {
            Simulation.current().orElseThrow().order(new Simulation.Order(kind, key, body));
            return;
        }
        Instant now = machine.instant();
        table.insert(new Object[] {kind, key, orderKey, body, clock.instant(), TraceId.current(), now, now});
        if (transaction.kept(NUDGED) == null) {
            transaction.keep(NUDGED, Boolean.TRUE);
            transaction.run(run::nudge);
        }
    }
}
