package org.yiwang.integration.identity;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.CardReading;
import org.yiwang.forms.identity.spi.CardReader;

/** 无读卡器: an installation without kiosks, or with kiosks that only answer questions. */
public class NoCardReader implements CardReader {

    @Override
    public List<SampleCard> samples() {
        return List.of();
    }

    @Override
    public Optional<CardReading> read(Actor device, String signal) {
        return Optional.empty();
    }
}
