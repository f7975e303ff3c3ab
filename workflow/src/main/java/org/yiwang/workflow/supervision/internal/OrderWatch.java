package org.yiwang.workflow.supervision.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.clock.spi.DueElsewhere;
import org.yiwang.workflow.supervision.RemindOrder;

/** 督办时限巡查: orders whose time has come, one transaction each; two nodes never tell the same thing twice. */
@ApplicationScoped
class OrderWatch implements DueElsewhere {

    private static final Logger LOG = Logger.getLogger(OrderWatch.class.getName());
    private static final int BATCH = 100;

    @Inject
    Orders orders;

    @Inject
    RemindOrder remind;

    @Override
    public int fire(Instant now, boolean wait) {
        int done = 0;
        Orders.Due last = null;
        List<Orders.Due> batch;
        do {
            batch = orders.due(now, last, BATCH);
            for (Orders.Due due : batch) {
                done += fire(due, now, wait);
                last = due;
            }
        } while (!batch.isEmpty());
        return done;
    }

    private int fire(Orders.Due due, Instant now, boolean wait) {
        try {
            CaseNo no = CaseNo.parse(due.caseNo()).orElseThrow();
            return remind.due(due.id(), no, now, wait) ? 1 : 0;
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "Order " + due.id() + " could not be looked at; tried again", failure);
            return 0;
        }
    }
}
