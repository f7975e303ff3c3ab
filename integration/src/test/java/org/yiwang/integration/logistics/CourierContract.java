package org.yiwang.integration.logistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yiwang.workflow.delivery.spi.Courier;

/** 快递端口: what every courier must do, real or not. */
abstract class CourierContract {

    static final Instant TAKEN = Instant.parse("2026-11-23T02:00:00Z");

    abstract Courier courier();

    /** An address from which everything comes back. */
    abstract String nowhere();

    @Test
    void theSameParcelHandedOverTwiceHasOneNumber() {
        Courier courier = courier();
        Courier.Parcel parcel = parcel("7b0c", "云州市云东区东湖路18号");
        assertEquals(courier.accept(parcel), courier.accept(parcel));
        assertNotEquals(courier.accept(parcel), courier.accept(parcel("7b0d", "云州市云东区东湖路18号")));
    }

    @Test
    void whatIsUnderWayHasNoEnd() {
        String number = courier().accept(parcel("1", "云州市云东区东湖路18号"));
        Courier.Track track = courier().track(number, TAKEN.plusSeconds(60));
        assertEquals(Courier.State.UNDER_WAY, track.state());
        assertNull(track.at());
    }

    @Test
    void whatWasSignedForSaysWhenAndByWhom() {
        String number = courier().accept(parcel("2", "云州市云东区东湖路18号"));
        Courier.Track track = courier().track(number, TAKEN.plus(Duration.ofDays(30)));
        assertEquals(Courier.State.DELIVERED, track.state());
        assertTrue(track.at().isAfter(TAKEN) && track.at().isBefore(TAKEN.plus(Duration.ofDays(30))));
        assertFalse(track.receiver().isBlank());
    }

    @Test
    void whatComesBackSaysWhy() {
        String number = courier().accept(parcel("3", nowhere()));
        Courier.Track track = courier().track(number, TAKEN.plus(Duration.ofDays(30)));
        assertEquals(Courier.State.RETURNED, track.state());
        assertNotNull(track.at());
        assertFalse(track.reason().isBlank());
    }

    @Test
    void aNumberOfSomebodyElseIsUnknown() {
        assertEquals(
                Courier.State.UNKNOWN, courier().track("EMS1234567890", TAKEN).state());
    }

    @Test
    void nothingGoesWithoutAnAddress() {
        assertThrows(IllegalArgumentException.class, () -> courier().accept(parcel("4", " ")));
    }

    @Test
    void personAndAddressStayOutOfLogs() {
        String text = parcel("5", "云州市云东区东湖路18号").toString();
        assertFalse(text.contains("东湖路") || text.contains("陈静"), text);
    }

    static Courier.Parcel parcel(String reference, String address) {
        return new Courier.Parcel(reference, "陈静", address, "13800138000", TAKEN);
    }
}
