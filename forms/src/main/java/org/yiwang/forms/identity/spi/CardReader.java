package org.yiwang.forms.identity.spi;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.CardReading;

/** 读卡器: how the card that somebody lays on a kiosk's reader reaches us; chosen by {@code yiwang.cardreader}. */
public interface CardReader {

    /**
     * 样卡: a card that one chooses on the screen where no reader is.
     *
     * @param key what {@link #read} takes
     * @param title whose card it is; an invented person
     */
    record SampleCard(String key, String title, String note) {}

    /** Cards to choose from in place of a reader; empty where there is a real one, or none at all. */
    List<SampleCard> samples();

    /**
     * What the reader of this device took.
     *
     * @param signal what the device sent about it
     * @return empty when no card could be read
     */
    Optional<CardReading> read(Actor device, String signal);
}
