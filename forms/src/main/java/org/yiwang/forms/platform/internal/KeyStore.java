package org.yiwang.forms.platform.internal;

import java.util.Optional;

/** 密钥库: where wrapped keys lie. The database; in tests a map. */
interface KeyStore {

    /** Takes the next id for a data key. */
    long nextId();

    void store(long id, byte[] wrapped);

    Optional<byte[]> load(long id);

    void delete(long id);

    /** The installation's key for a purpose; keeps {@code fresh} if there was none yet. Two nodes get the same. */
    byte[] root(String purpose, byte[] fresh);
}
