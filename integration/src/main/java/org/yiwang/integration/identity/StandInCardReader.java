package org.yiwang.integration.identity;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.CardReading;
import org.yiwang.forms.identity.spi.CardReader;
import org.yiwang.forms.platform.Profile;

/**
 * 读卡器替身: three cards of invented people to choose from on the screen. Whoever may choose a card may be anybody, so
 * production refuses it even when it is asked for by name.
 */
public class StandInCardReader implements CardReader {

    private record Card(SampleCard sample, CardReading reading) {}

    private static final List<Card> CARDS = List.of(
            card("chenjing", "陈静", "1993年出生", "999999199304180020"),
            card("wangqiang", "王强", "1985年出生", "999999198507150011"),
            card("lijianguo", "李建国", "1940年出生", "999999194005120033"));

    public StandInCardReader(Profile profile) {
        if (profile.production()) {
            throw new IllegalStateException(
                    "yiwang.cardreader=stand-in lets anybody be anybody; production takes 'none' or a real reader");
        }
    }

    private static Card card(String key, String name, String note, String number) {
        return new Card(new SampleCard(key, name, note), new CardReading(name, number));
    }

    @Override
    public List<SampleCard> samples() {
        return CARDS.stream().map(Card::sample).toList();
    }

    @Override
    public Optional<CardReading> read(Actor device, String signal) {
        return CARDS.stream()
                .filter(card -> card.sample().key().equals(signal))
                .map(Card::reading)
                .findFirst();
    }
}
