package org.yiwang.integration.logistics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.workflow.delivery.spi.Courier;

/**
 * 快递替身: moves no parcels. It keeps nothing: its tracking number says itself when it was taken and what becomes of it. What
 * goes to an address with the words 查无此人 comes back after three days of platform time, everything else is signed for
 * after two.
 */
public final class StandInCourier implements Courier {

    private static final String NOBODY_THERE = "查无此人";
    private static final Pattern NUMBER = Pattern.compile("YS(\\d{10})([0-9A-F]{8})([SR])");
    private static final Duration SIGNED = Duration.ofDays(2);
    private static final Duration BACK = Duration.ofDays(3);

    @Override
    public String name() {
        return "快递替身（演示，不产生真实寄递）";
    }

    @Override
    public boolean takes() {
        return true;
    }

    @Override
    public String accept(Parcel parcel) {
        if (parcel.address().isBlank()) {
            throw new IllegalArgumentException("a parcel needs an address");
        }
        String fate = parcel.address().contains(NOBODY_THERE) ? "R" : "S";
        int mark = UUID.nameUUIDFromBytes(parcel.reference().getBytes(StandardCharsets.UTF_8))
                .hashCode();
        return String.format("YS%010d%08X%s", parcel.takenAt().getEpochSecond(), mark, fate);
    }

    @Override
    public Track track(String trackingNo, Instant now) {
        Matcher parts = NUMBER.matcher(trackingNo);
        if (!parts.matches()) {
            return new Track(State.UNKNOWN, null, "", "");
        }
        Instant taken = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        boolean comesBack = parts.group(3).equals("R");
        Instant end = taken.plus(comesBack ? BACK : SIGNED);
        if (now.isBefore(end)) {
            return new Track(State.UNDER_WAY, null, "", "");
        }
        return comesBack ? new Track(State.RETURNED, end, "", "原址查无此人") : new Track(State.DELIVERED, end, "收件人本人", "");
    }
}
