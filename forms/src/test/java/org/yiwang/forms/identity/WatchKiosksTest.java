package org.yiwang.forms.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchKiosksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void aKioskIsSilentWhenNothingWasHeardOfItForFiveMinutes() {
        assertFalse(WatchKiosks.silent(Optional.of(NOW.minusSeconds(300)), NOW));
        assertTrue(WatchKiosks.silent(Optional.of(NOW.minusSeconds(301)), NOW));
    }

    @Test
    void oneThatWasNeverSetUpIsSilent() {
        assertTrue(WatchKiosks.silent(Optional.empty(), NOW));
    }
}
