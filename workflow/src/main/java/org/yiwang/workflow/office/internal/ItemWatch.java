package org.yiwang.workflow.office.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.catalogue.office.GoLive;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.clock.spi.DueElsewhere;

/** 事项生效巡查: versions and retirements whose day has come, one transaction each; two nodes never do the same twice. */
@ApplicationScoped
class ItemWatch implements DueElsewhere {

    private static final Logger LOG = Logger.getLogger(ItemWatch.class.getName());

    @Inject
    GoLive goLive;

    @Override
    public int fire(Instant now, boolean wait) {
        int done = 0;
        for (GoLive.Due due : goLive.due(now)) {
            done += fire(due, now, wait) ? 1 : 0;
        }
        return done;
    }

    private boolean fire(GoLive.Due due, Instant now, boolean wait) {
        try {
            return goLive.one(due, now, wait);
        } catch (Refusal noLonger) {
            if (due.draft() != null) {
                goLive.notLive(due.draft(), noLonger);
            }
            return false;
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "Item " + due + " could not be brought into effect; tried again", failure);
            return false;
        }
    }
}
