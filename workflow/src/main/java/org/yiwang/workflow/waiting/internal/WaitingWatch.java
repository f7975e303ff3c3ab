package org.yiwang.workflow.waiting.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.workflow.clock.spi.DueElsewhere;
import org.yiwang.workflow.waiting.OfferPlace;

/** 轮候巡查: every free place goes to whose turn it is, one transaction each; one that fails is tried in the next round. */
@ApplicationScoped
class WaitingWatch implements DueElsewhere {

    private static final Logger LOG = Logger.getLogger(WaitingWatch.class.getName());

    @Inject
    FreePlaces free;

    @Inject
    OfferPlace offerPlace;

    @Override
    public int fire(Instant now, boolean wait) {
        int done = 0;
        for (UUID place : free.ids()) {
            try {
                done += offerPlace.offer(place) ? 1 : 0;
            } catch (RuntimeException failure) {
                LOG.log(Level.SEVERE, "Place " + place + " could not be offered; tried again", failure);
            }
        }
        return done;
    }
}
