package org.yiwang.integration.seal.internal;

import java.util.Optional;

/** 密钥柜: keeps private keys by name, each made once for all nodes. */
public interface KeyCabinet {

    /**
     * 密钥.
     *
     * @param privateKey PKCS #8
     * @param certificate DER
     */
    record Entry(byte[] privateKey, byte[] certificate) {}

    Optional<Entry> find(String name);

    /** Keeps it unless there is one of that name already; returns the one that is kept. */
    Entry keep(String name, Entry entry);
}
