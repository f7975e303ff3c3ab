package org.yiwang.forms.platform.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
}
