package org.yiwang.integration.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.CardReading;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.IdNumber;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.identity.spi.CardReader;
import org.yiwang.forms.platform.Profile;

class StandInCardReaderTest {

    private static final Actor DEVICE =
            new Actor(Actor.Kind.KIOSK, 1, "自助终端01号", Set.of(Role.KIOSK), List.of(), Channel.KIOSK);

    @Test
    void productionNeverTakesItEvenByName() {
        assertThrows(IllegalStateException.class, () -> new StandInCardReader(Profile.PRODUCTION));
    }

    @Test
    void everyCardThatCanBeChosenIsAnInventedPersonsAndReads() {
        StandInCardReader reader = new StandInCardReader(Profile.TEST);
        for (CardReader.SampleCard card : reader.samples()) {
            CardReading reading = reader.read(DEVICE, card.key()).orElseThrow();
            assertEquals(card.title(), reading.name());
            assertTrue(reading.idNumber().startsWith("999999"), "of nobody");
            IdNumber.parse(reading.idNumber(), LocalDate.parse("2026-11-21"));
        }
    }

    @Test
    void anythingElseIsNoCard() {
        assertTrue(new StandInCardReader(Profile.DEMO)
                .read(DEVICE, "999999199304180020")
                .isEmpty());
        assertTrue(new NoCardReader().read(DEVICE, "chenjing").isEmpty());
        assertTrue(new NoCardReader().samples().isEmpty());
    }
}
