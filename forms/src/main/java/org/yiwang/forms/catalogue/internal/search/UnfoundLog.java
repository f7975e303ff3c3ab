package org.yiwang.forms.catalogue.internal.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** 未找到的词登记: a search is answered even where it cannot be counted. */
@ApplicationScoped
public class UnfoundLog {

    private static final Logger LOG = Logger.getLogger(UnfoundLog.class.getName());

    private final RepeatedWords repeated = new RepeatedWords();

    @Inject
    UnfoundStore store;

    @Inject
    Clock clock;

    public void nothingFor(String text) {
        repeated.after(text).ifPresent(this::write);
    }

    private void write(RepeatedWords.Count count) {
        try {
            store.add(count.words(), count.hits(), clock.instant());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Words that found nothing could not be counted", failure);
        }
    }
}
