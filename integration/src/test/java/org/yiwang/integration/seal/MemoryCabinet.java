package org.yiwang.integration.seal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yiwang.integration.seal.internal.KeyCabinet;

/** 内存钥匙柜: the keys of an authority that lives as long as one test. */
public final class MemoryCabinet implements KeyCabinet {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    @Override
    public Entry keep(String name, Entry entry) {
        Entry before = entries.putIfAbsent(name, entry);
        return before == null ? entry : before;
    }
}
