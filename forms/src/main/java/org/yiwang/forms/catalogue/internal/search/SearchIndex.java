package org.yiwang.forms.catalogue.internal.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.catalogue.internal.CatalogueCache;
import org.yiwang.forms.catalogue.internal.Snapshot;
import org.yiwang.forms.platform.Simulation;
import org.yiwang.forms.platform.StartStep;

/**
 * 检索索引: of the newest revision that this node has seen. Made at the start; when a publication or a changed word raises
 * the revision, whoever asks first makes the new one while the others go on with the old, then it takes its place at once.
 */
@ApplicationScoped
public class SearchIndex implements StartStep {

    private static final Logger LOG = Logger.getLogger(SearchIndex.class.getName());

    @Inject
    CatalogueCache cache;

    @Inject
    WordStore words;

    private final ReentrantLock making = new ReentrantLock();
    private volatile CatalogueIndex index;

    public CatalogueIndex current() {
        Snapshot snapshot = cache.snapshot();
        CatalogueIndex seen = index;
        if (seen == null) {
            making.lock();
        } else if (seen.revision() == snapshot.revision() || Simulation.running() || !making.tryLock()) {
            return seen;
        }
        try {
            return make(snapshot);
        } finally {
            making.unlock();
        }
    }

    /** The words are read after the revision: what is changed in between raises it once more. */
    private CatalogueIndex make(Snapshot snapshot) {
        if (index == null || index.revision() != snapshot.revision()) {
            long began = System.nanoTime();
            index = new CatalogueIndex(snapshot.revision(), snapshot.current().toList(), words.all());
            LOG.log(Level.INFO, "Search index of revision {0} made in {1} ms", new Object[] {
                snapshot.revision(), (System.nanoTime() - began) / 1_000_000
            });
        }
        return index;
    }

    @Override
    public int order() {
        return DEMO + 10;
    }

    @Override
    public String name() {
        return "search index";
    }

    @Override
    public void run() {
        current();
    }
}
