package org.yiwang.forms.platform.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxRulesTest {

    @Test
    void waitsLongerAfterEachFailure() {
        assertEquals(Optional.of(Duration.ofSeconds(10)), BackOff.after(1));
        assertEquals(Optional.of(Duration.ofSeconds(30)), BackOff.after(2));
        assertEquals(Optional.of(Duration.ofSeconds(7290)), BackOff.after(7));
    }

    @Test
    void givesUpAfterTheEighthFailure() {
        assertTrue(BackOff.after(7).isPresent());
        assertEquals(Optional.empty(), BackOff.after(8));
        assertEquals(Optional.empty(), BackOff.after(9));
    }

    @Test
    void namesTheRootOfAFailureWithoutPersonalData() {
        String reason = FailureReason.of(new RuntimeException(
                "outer", new IllegalStateException("no answer for 999999199001010016, 13800000000, a.b@example.org")));

        assertEquals("IllegalStateException: no answer for ***, ***, ***", reason);
    }

    @Test
    void cutsAReasonThatIsTooLong() {
        assertEquals(
                500, FailureReason.of(new RuntimeException("x".repeat(2000))).length());
    }

    @Test
    void storesInstantsInMilliseconds() {
        InstantConverter converter = new InstantConverter();
        Instant fine = Instant.parse("2026-11-21T08:00:00.123999Z");

        assertEquals(
                Instant.parse("2026-11-21T08:00:00.123Z"),
                converter.convertToEntityAttribute(converter.convertToDatabaseColumn(fine)));
        assertEquals(null, converter.convertToDatabaseColumn(null));
        assertEquals(null, converter.convertToEntityAttribute(null));
    }

    @Test
    void nothingLeavesTheDataFolder() {
        LocalDataFolder data = new LocalDataFolder(Path.of("/srv/yiwang"));

        assertEquals(Path.of("/srv/yiwang/files/a"), data.resolve("files/a"));
        assertThrows(IllegalArgumentException.class, () -> data.resolve("../etc/passwd"));
        assertThrows(IllegalArgumentException.class, () -> data.resolve("/etc/passwd"));
        assertFalse(data.resolve("files").toString().contains(".."));
    }

    @Test
    void aLeaseNamesItsNodeAndNoTwoAreTheSame() {
        OutboxLease lease = new OutboxLease();
        lease.node = "node2";

        assertTrue(lease.fresh().startsWith("node2/"));
        assertNotEquals(lease.fresh(), lease.fresh());
    }

    @Test
    void aLeaseIsLongerThanAReceiverTakesAndShorterThanPeopleWait() {
        OutboxLease lease = new OutboxLease();
        assertEquals(Duration.ofMinutes(2), lease.span());
        lease.setting = "PT10S";
        assertEquals(Duration.ofSeconds(10), lease.span());
        for (String wrong : new String[] {"PT9S", "PT31M", "120", ""}) {
            lease.setting = wrong;
            String told = assertThrows(IllegalStateException.class, lease::span).getMessage();
            assertTrue(told.startsWith("yiwang.outbox.lease 应为 PT10S 至 PT30M 的时长，现在是“" + wrong), told);
        }
    }
}
