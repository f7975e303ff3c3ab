package org.yiwang.workflow.forward.spi;

import java.util.Optional;

/** 交换密钥: what the authorities sign their messages with. */
public interface ExchangeKeys {

    /** The secret shared with that authority; empty for one nobody has made an agreement with. */
    Optional<byte[]> of(String system);
}
