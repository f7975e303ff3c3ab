package org.yiwang.forms.catalogue.internal.search;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * 只看前若干: the best of the first that fit. Phrases lie in the index the shortest first, and of phrases that have all the
 * same tokens the shortest fits best, so what is not looked at would not have been taken.
 */
final class FewCollected implements CollectorManager<FewCollected.Counting, TopDocs> {

    private static final int LOOKED_AT = 20_000;

    private final int most;

    FewCollected(int most) {
        this.most = most;
    }

    @Override
    public Counting newCollector() {
        // How many there are in all is not asked, so what cannot be among the best is passed over.
        return new Counting(new TopScoreDocCollectorManager(most, null, most).newCollector());
    }

    @Override
    public TopDocs reduce(Collection<Counting> collectors) {
        return TopDocs.merge(most, collectors.stream().map(Counting::top).toArray(TopDocs[]::new));
    }

    /** Stops when it has seen enough. */
    static final class Counting extends FilterCollector {

        private int left = LOOKED_AT;

        Counting(TopScoreDocCollector best) {
            super(best);
        }

        TopDocs top() {
            return ((TopScoreDocCollector) in).topDocs();
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            return new FilterLeafCollector(super.getLeafCollector(context)) {
                @Override
                public void collect(int document) throws IOException {
                    if (left-- <= 0) {
                        throw new CollectionTerminatedException();
                    }
                    super.collect(document);
                }
            };
        }
    }
}
