package org.yiwang.workflow.delivery.spi;

import java.time.Instant;

/** 寄递 (物流): takes parcels and answers where they are. Outside the platform, so behind a port; asked outside any lock. */
public interface Courier {

    /** Name for the log and the screen; a stand-in says that it is one. */
    String name();

    /** Does it take parcels from the platform? If not, the window writes the number of a waybill filled in by hand. */
    boolean takes();

    /**
     * Hands a parcel over; called again with the same reference it answers the same number and sends nothing twice.
     *
     * @throws CourierUnavailable when the other side cannot be reached now
     */
    String accept(Parcel parcel);

    /**
     * Where a parcel is.
     *
     * @param now platform time
     * @throws CourierUnavailable when the other side cannot be reached now
     */
    Track track(String trackingNo, Instant now);

    /**
     * 寄件.
     *
     * @param reference the same when asked again
     * @param takenAt platform time of the order
     */
    record Parcel(String reference, String receiver, String address, String phone, Instant takenAt) {

        /** Without person and address: this may end up in a log. */
        @Override
        public String toString() {
            return reference;
        }
    }

    /**
     * 物流状态.
     *
     * @param at when it was delivered or returned; null while it is under way
     * @param receiver who signed for it, or empty
     * @param reason why it was returned, or empty
     */
    record Track(State state, Instant at, String receiver, String reason) {}

    /** 物流态. */
    enum State {
        /** 不详: no such number, or not ours. */
        UNKNOWN,
        /** 进行. */
        UNDER_WAY,
        /** 签收. */
        DELIVERED,
        /** 退回. */
        RETURNED
    }

    /** 快递不可用: tried again later, and no failure. */
    class CourierUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public CourierUnavailable(String message) {
            super(message);
        }
    }
}
