package org.yiwang.integration.logistics;

import java.time.Instant;
import org.yiwang.workflow.delivery.spi.Courier;

/** 未接快递: parcels go by waybills filled in by hand, and the window records what became of them. */
public final class NoCourier implements Courier {

    @Override
    public String name() {
        return "未接物流系统";
    }

    @Override
    public boolean takes() {
        return false;
    }

    @Override
    public String accept(Parcel parcel) {
        throw new CourierUnavailable("没有接物流系统，请填写手工运单号");
    }

    @Override
    public Track track(String trackingNo, Instant now) {
        return new Track(State.UNKNOWN, null, "", "");
    }
}
