package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.yiwang.forms.platform.MachineTime;

/** 密钥缓存: unwrapped data keys for a minute, so that a list of a case's files does not read its key for every one. */
@ApplicationScoped
class KeyCache {

    /** Also how long another node can still open what this one destroyed. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST = 2000;

    private final Clock clock;
    private final Map<Long, Entry> entries = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Entry> eldest) {
            return size() > MOST;
        }
    };

    private record Entry(byte[] key, Instant until) {}

    KeyCache() {
        this(null);
    }

    @Inject
    KeyCache(@MachineTime Clock clock) {
        this.clock = clock;
    }

    byte[] get(long id, Supplier<byte[]> load) {
        synchronized (entries) {
            Entry entry = entries.get(id);
            if (entry != null && clock.instant().isBefore(entry.until())) {
                return entry.key();
            }
        }
        byte[] key = load.get();
        put(id, key);
        return key;
    }

    void put(long id, byte[] key) {
        synchronized (entries) {
            entries.put(id, new Entry(key, clock.instant().plus(KEPT)));
        }
    }

    void forget(long id) {
        synchronized (entries) {
            entries.remove(id);
        }
    }
}
