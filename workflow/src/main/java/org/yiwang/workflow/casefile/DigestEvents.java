package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.workflow.casefile.internal.Digests;

/**
 * 作每日摘要: the first who comes to it on a platform day makes the digest of that day; it is time-stamped from the outbox.
 * A day on which nothing changed has one too, and says so.
 */
@ApplicationScoped
public class DigestEvents {

    /** The outbox kind that gets the time stamp. */
    public static final String STAMP = "STAMP_DIGEST";

    /** An event is dated before its transaction commits; a digest made in between finds it the next time. */
    private static final Duration LATE = Duration.ofDays(1);

    @Inject
    Digests digests;

    @Inject
    OtherChains others;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Makes the digest of today; empty when there is one. */
    @Transactional
    public Optional<EventDigest> digest() {
        Instant now = clock.instant();
        LocalDate today = LegalDay.of(now);
        if (digests.has(today)) {
            return Optional.empty();
        }
        digests.lock();
        Optional<EventDigest> last = digests.last();
        if (last.isPresent() && !last.get().day().isBefore(today)) {
            return Optional.empty();
        }
        long number = last.map(EventDigest::number).orElse(0L) + 1;
        Instant from = last.map(before -> before.madeAt().minus(LATE)).orElse(Instant.EPOCH);
        List<EventDigest.Head> ofCases = digests.changedHeads(from);
        List<EventDigest.Head> ofOthers = others.changedHeads(from);
        List<EventDigest.Head> heads =
                Stream.concat(ofCases.stream(), ofOthers.stream()).toList();
        EventDigest made =
                EventDigest.next(number, today, now, last.map(EventDigest::hash).orElse(EventDigest.GENESIS), heads);
        digests.add(made, ofCases);
        others.add(number, ofOthers);
        outbox.order(STAMP, Long.toString(number), STAMP, Long.toString(number));
        return Optional.of(made);
    }
}
