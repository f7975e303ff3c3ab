package org.yiwang.forms.platform.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys in a map, for tests. */
class MapKeyStore implements KeyStore {

    final Map<Long, byte[]> keys = new HashMap<>();
    final Map<String, byte[]> roots = new HashMap<>();
    int loads;
    private long last;

    @Override
    public long nextId() {
        return ++last;
    }

    @Override
    public void store(long id, byte[] wrapped) {
        keys.put(id, wrapped);
    }

    @Override
    public Optional<byte[]> load(long id) {
        loads++;
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public void delete(long id) {
        keys.remove(id);
    }

    @Override
    public byte[] root(String purpose, byte[] fresh) {
        roots.putIfAbsent(purpose, fresh);
        return roots.get(purpose);
    }
}
