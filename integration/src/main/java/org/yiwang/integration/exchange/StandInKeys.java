package org.yiwang.integration.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yiwang.forms.platform.Profile;
import org.yiwang.workflow.forward.spi.ExchangeKeys;

/** 密钥替身: one key that everybody knows, so that the demo can play the higher authority. Keeps nobody out. */
public final class StandInKeys implements ExchangeKeys {

    /** What a message to the demo is signed with, whatever authority it comes from. */
    public static final String DEMO = "yiwang-demo-exchange-key-2026-11-21";

    public StandInKeys(Profile profile) {
        if (profile.production()) {
            throw new IllegalStateException(
                    "yiwang.exchangekeys=stand-in lets in anybody and is for demo and tests only");
        }
    }

    @Override
    public Optional<byte[]> of(String system) {
        return Optional.of(DEMO.getBytes(StandardCharsets.UTF_8));
    }
}
