package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.filling.internal.PapersToLookUp;
import org.yiwang.forms.filling.internal.PapersToLookUp.ToAsk;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.spi.DataLookup;
import org.yiwang.forms.material.spi.LicenceLookup;
import org.yiwang.forms.material.spi.LookupUnavailable;
import org.yiwang.forms.material.spi.PaperFound;

/**
 * 免交查询: what electronic licences and shared data prove is looked up when the application is made, and shown to the
 * person. No transaction is open while others are asked; each call is recorded with its application and its outcome.
 */
@ApplicationScoped
public class LookUpPapers {

    private static final Logger LOG = LoggerFactory.getLogger(LookUpPapers.class);

    @Inject
    PapersToLookUp papers;

    @Inject
    LicenceLookup licences;

    @Inject
    DataLookup data;

    @Inject
    Clock clock;

    protected LookUpPapers() {}

    LookUpPapers(PapersToLookUp papers, LicenceLookup licences, DataLookup data, Clock clock) {
        this.papers = papers;
        this.licences = licences;
        this.data = data;
        this.clock = clock;
    }

    /** Looks up what has not been yet, and what could not be; a draft that is submitted or gone is left alone. */
    public void look(Actor actor, UUID draftId) {
        List<ToAsk> open = papers.open(actor, draftId);
        if (open.isEmpty()) {
            return;
        }
        List<LookedUp> answers = new ArrayList<>();
        for (ToAsk ask : open) {
            answers.add(look(ask));
        }
        papers.keep(actor, draftId, answers);
    }

    private LookedUp look(ToAsk ask) {
        boolean licence = ask.origin() == MaterialOrigin.LICENCE;
        String by = licence ? licences.name() : data.name();
        try {
            Optional<PaperFound> found = licence ? licences.find(ask.wanted()) : data.find(ask.wanted());
            LookedUp.State state = found.isPresent() ? LookedUp.State.FOUND : LookedUp.State.NOT_FOUND;
            return answer(ask, state, by, found.orElse(null));
        } catch (LookupUnavailable away) {
            LOG.warn("{} does not answer for {}: {}", by, ask.wanted(), away.getMessage());
            return answer(ask, LookedUp.State.UNAVAILABLE, by, null);
        }
    }

    private LookedUp answer(ToAsk ask, LookedUp.State state, String by, PaperFound paper) {
        return new LookedUp(ask.wanted().requirement(), ask.origin(), state, by, paper, clock.instant());
    }
}
