package org.yiwang.forms.material;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yiwang.forms.material.spi.FileStore;
import org.yiwang.forms.platform.Simulation;

/** 推演中的文件: stands before the file store; what a simulation keeps lies in its own memory and goes with it. */
public final class FilesOfSimulation implements FileStore {

    private final FileStore real;

    public FilesOfSimulation(FileStore real) {
        this.real = real;
    }

    @Override
    public String put(byte[] bytes) {
        Optional<Simulation> simulation = Simulation.current();
        if (simulation.isEmpty()) {
            return real.put(bytes);
        }
        String address = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        simulation.get().keep(key(address), bytes.clone());
        return address;
    }

    @Override
    public byte[] get(String address) {
        return Simulation.current()
                .flatMap(simulation -> simulation.kept(key(address), byte[].class))
                .orElseGet(() -> real.get(address));
    }

    /** A simulation removes nothing. */
    @Override
    public void remove(String address) {
        if (!Simulation.running()) {
            real.remove(address);
        }
    }

    @Override
    public int sweep(Instant before, UnaryOperator<Set<String>> unknown) {
        return real.sweep(before, unknown);
    }

    private static String key(String address) {
        return "file " + address;
    }
}
