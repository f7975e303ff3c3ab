package org.yiwang.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.Profile;

class ChoiceTest {

    @Test
    void anUnknownNameStopsTheStartAndSaysWhatIsThere() {
        IllegalStateException stop = assertThrows(IllegalStateException.class, () -> choice("kaspersky", Profile.DEMO)
                .chosen());
        assertTrue(stop.getMessage().contains("yiwang.scan=kaspersky"));
        assertTrue(stop.getMessage().contains("clamav"));
    }

    @Test
    void productionLeavesNoPortUndecided() {
        assertThrows(IllegalStateException.class, () -> choice(null, Profile.PRODUCTION)
                .chosen());
        assertThrows(IllegalStateException.class, () -> choice(" ", Profile.PRODUCTION)
                .chosen());
        assertEquals("real", choice("clamav", Profile.PRODUCTION).chosen());
    }

    @Test
    void elsewhereTheStandInIsTakenUnlessNamedOtherwise() {
        assertEquals("stand-in", choice(null, Profile.DEMO).chosen());
        assertEquals("real", choice("clamav", Profile.TEST).chosen());
    }

    private static Choice<String> choice(String named, Profile profile) {
        return new Choice<String>("scan", Optional.ofNullable(named), "none", profile)
                .standIn("none", () -> "stand-in")
                .adapter("clamav", () -> "real");
    }
}
