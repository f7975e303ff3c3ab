package org.yiwang.workflow.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.OutboxWaiting;
import org.yiwang.workflow.delivery.internal.Parcels;
import org.yiwang.workflow.delivery.spi.Courier;

/** 交快递: after the commit the courier is asked to take a parcel; name and address are opened here and kept nowhere. */
@ApplicationScoped
public class HandParcelOver implements OutboxHandler {

    /** Outbox kind; the key is the parcel's id. */
    static final String KIND = "POST_PARCEL";

    private static final Duration LATER = Duration.ofMinutes(5);

    @Inject
    Parcels parcels;

    @Inject
    Courier courier;

    @Inject
    FollowParcel follow;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage message) {
        UUID id = UUID.fromString(message.key());
        Parcels.Row row = parcels.find(id).orElseThrow();
        if (!row.state().equals("NEW")) {
            return;
        }
        if (!follow.wanted(row)) {
            return;
        }
        try {
            follow.taken(row, courier.accept(follow.addressed(row)));
        } catch (Courier.CourierUnavailable away) {
            throw new OutboxWaiting(away.getMessage(), LATER);
        }
    }
}
