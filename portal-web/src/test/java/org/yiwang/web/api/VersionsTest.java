package org.yiwang.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.Refusal;

class VersionsTest {

    @Test
    void readsBackTheTagItGave() {
        assertEquals(7, Versions.seen(Versions.tag(7)));
    }

    @Test
    void asksForTheHeaderWhenItIsMissing() {
        Refusal refusal = assertThrows(Refusal.class, () -> Versions.seen(null));

        assertEquals(428, refusal.kind().status());
    }

    @Test
    void refusesTagsThatAreNoneOfOurs() {
        for (String tag : List.of("7", "*", "W/\"7\"", "\"x\"", "\"1\", \"2\"", "\"9999999999999999999\"")) {
            assertEquals(
                    400,
                    assertThrows(ApiProblem.class, () -> Versions.seen(tag), tag)
                            .status());
        }
    }
}
