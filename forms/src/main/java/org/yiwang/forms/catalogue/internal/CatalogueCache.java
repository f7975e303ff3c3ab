package org.yiwang.forms.catalogue.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.platform.Simulation;

/**
 * 目录缓存: the snapshot everybody reads. The revision is looked at by whoever asks, at most once a second, so a
 * publication on any node is seen on all of them; nobody waits for a load but the one who found the change.
 */
@ApplicationScoped
public class CatalogueCache {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    @Inject
    CatalogueStore store;

    @Inject
    OfficeStore office;

    private final Map<Long, ItemVersion> versions = new ConcurrentHashMap<>();
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile Snapshot snapshot;

    public Snapshot snapshot() {
        Snapshot seen = snapshot;
        if (seen == null) {
            return reload();
        }
        // A simulation may see a version that nobody published: what it reads is not for others.
        return !Simulation.running() && due() && store.revision() != seen.revision() ? reload() : seen;
    }

    /** One of many threads is told "now"; the others go on with what is there. */
    private boolean due() {
        long last = lookedAt.get();
        long now = System.nanoTime();
        return now - last >= EVERY && lookedAt.compareAndSet(last, now);
    }

    /** The revision is read first: what is published in between is found at the next look. */
    private synchronized Snapshot reload() {
        long revision = store.revision();
        if (snapshot == null || snapshot.revision() != revision) {
            List<ItemVersion> current = store.current();
            current.forEach(version -> versions.put(version.id(), version));
            snapshot = new Snapshot(revision, current, office.standings());
        }
        lookedAt.set(System.nanoTime());
        return snapshot;
    }

    /** Versions never change, so one that was read once is kept. */
    public Optional<ItemVersion> version(long id) {
        ItemVersion cached = versions.get(id);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<ItemVersion> read = store.version(id);
        if (!Simulation.running()) {
            read.ifPresent(version -> versions.put(id, version));
        }
        return read;
    }
}
