package org.yiwang.workflow.delivery.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.workflow.clock.spi.DueElsewhere;
import org.yiwang.workflow.delivery.FollowParcel;
import org.yiwang.workflow.delivery.spi.Courier;

/** 物流巡查: asks the courier about parcels under way, outside any lock, and tells the case what it answered. */
@ApplicationScoped
class ParcelWatch implements DueElsewhere {

    private static final Logger LOG = Logger.getLogger(ParcelWatch.class.getName());
    private static final int BATCH = 50;

    @Inject
    Parcels parcels;

    @Inject
    Courier courier;

    @Inject
    FollowParcel follow;

    @Override
    public int fire(Instant now, boolean wait) {
        int done = 0;
        List<UUID> batch;
        do {
            batch = parcels.take(now, BATCH);
            for (UUID parcel : batch) {
                done += look(parcel, now) ? 1 : 0;
            }
        } while (batch.size() == BATCH);
        return done;
    }

    private boolean look(UUID id, Instant now) {
        try {
            Parcels.Row row = parcels.find(id).orElseThrow();
            Courier.Track track = courier.track(row.trackingNo(), now);
            return track.at() != null && follow.on(row, track);
        } catch (Courier.CourierUnavailable away) {
            LOG.log(Level.FINE, "Courier is away; asked again later", away);
            return false;
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "Parcel " + id + " could not be followed; tried again", failure);
            return false;
        }
    }
}
