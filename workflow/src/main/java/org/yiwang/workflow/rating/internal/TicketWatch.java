package org.yiwang.workflow.rating.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.workflow.clock.spi.DueElsewhere;
import org.yiwang.workflow.rating.RemindTicket;

/** 差评时限巡查: tickets whose time has come, one transaction each; two nodes never tell the same thing twice. */
@ApplicationScoped
class TicketWatch implements DueElsewhere {

    private static final Logger LOG = Logger.getLogger(TicketWatch.class.getName());
    private static final int BATCH = 100;

    @Inject
    Tickets tickets;

    @Inject
    RemindTicket remind;

    @Inject
    DefaultGrades defaults;

    @Override
    public int fire(Instant now, boolean wait) {
        int done = defaults.assume(now);
        Tickets.Due last = null;
        List<Tickets.Due> batch;
        do {
            batch = tickets.due(now, last, BATCH);
            for (Tickets.Due due : batch) {
                done += fire(due, now, wait);
                last = due;
            }
        } while (!batch.isEmpty());
        return done;
    }

    private int fire(Tickets.Due due, Instant now, boolean wait) {
        try {
            return remind.due(due.id(), now, wait) ? 1 : 0;
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "Limit of ticket " + due.id() + " could not be told; tried again", failure);
            return 0;
        }
    }
}
