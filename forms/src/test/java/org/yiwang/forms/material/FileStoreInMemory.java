package org.yiwang.forms.material;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yiwang.forms.material.spi.FileStore;

/** A file store of a test. */
public class FileStoreInMemory implements FileStore {

    private final Map<String, byte[]> files = new HashMap<>();

    @Override
    public String put(byte[] bytes) {
        String address = "%064x".formatted(files.size());
        files.put(address, bytes);
        return address;
    }

    @Override
    public byte[] get(String address) {
        return files.get(address);
    }

    @Override
    public void remove(String address) {
        files.remove(address);
    }

    @Override
    public int sweep(Instant before, UnaryOperator<Set<String>> unknown) {
        Set<String> gone = unknown.apply(Set.copyOf(files.keySet()));
        gone.forEach(files::remove);
        return gone.size();
    }

    /** Whether anything lies there that holds these words readable. */
    public boolean shows(String words) {
        return files.values().stream().anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(words));
    }

    public int size() {
        return files.size();
    }
}
