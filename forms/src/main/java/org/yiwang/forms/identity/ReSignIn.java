package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.OpenSitting;
import org.yiwang.forms.identity.internal.Secrets;
import org.yiwang.forms.identity.internal.Sitting;
import org.yiwang.forms.identity.internal.Sittings;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.forms.platform.TraceId;

/**
 * 恢复登录: the signed remember cookie brings somebody back whose token was lost or ran out a while ago. It is good once;
 * each use gives a new one. A used one that comes back later was copied: everything under it ends.
 */
@ApplicationScoped
public class ReSignIn {

    private static final Logger LOG = LoggerFactory.getLogger("org.yiwang.security");

    /** A citizen who was interrupted comes back to his draft; an officer's desk does not open by itself. */
    private static final Duration CITIZEN_AFTER_IDLE = Duration.ofHours(2);

    /** The requests of one page come together and bring the same cookie. */
    private static final Duration TOGETHER = Duration.ofSeconds(30);

    @Inject
    Sittings sittings;

    @Inject
    ActorSource actors;

    @Inject
    OpenSitting open;

    @Inject
    SecretBox box;

    @Inject
    @MachineTime
    Clock clock;

    protected ReSignIn() {}

    ReSignIn(Sittings sittings, ActorSource actors, OpenSitting open, SecretBox box, Clock machine) {
        this.sittings = sittings;
        this.actors = actors;
        this.open = open;
        this.box = box;
        this.clock = machine;
    }

    /** Empty: ask for the password, and forget the cookie. */
    @Transactional
    public Optional<SignedIn> again(String cookie) {
        String[] parts = cookie == null || cookie.length() > 300 ? new String[0] : cookie.split("\\.");
        if (parts.length != 3 || !Secrets.same(parts[2], box.lookupHash("remember", parts[0] + "." + parts[1]))) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String hash = Secrets.hash(parts[1]);
        Optional<Sitting> current = sittings.bySeries(parts[0], hash);
        if (current.isPresent()) {
            return current.filter(sitting -> holds(sitting, now)).flatMap(sitting -> rotated(sitting, parts[0], now));
        }
        Optional<Sitting> moment = sittings.byFormerSecret(parts[0], hash, now.minus(TOGETHER));
        if (moment.isPresent()) {
            return moment.filter(sitting -> holds(sitting, now)).flatMap(this::beside);
        }
        if (sittings.closeSeries(parts[0]) > 0) {
            LOG.warn("remember cookie used twice, its sitting has ended trace={}", TraceId.current());
        }
        return Optional.empty();
    }

    private boolean holds(Sitting sitting, Instant now) {
        Duration longer = sitting.kind() == Actor.Kind.CITIZEN ? CITIZEN_AFTER_IDLE : Duration.ZERO;
        return now.isBefore(sitting.endsAt())
                && now.isBefore(sitting.expiresAt().plus(longer));
    }

    private Optional<SignedIn> rotated(Sitting sitting, String series, Instant now) {
        String token = Secrets.fresh();
        String secret = Secrets.fresh();
        Instant expiresAt = now.plusSeconds(sitting.idleSeconds());
        sittings.rotate(sitting.id(), now, expiresAt, Secrets.hash(token), Secrets.hash(secret));
        return actor(sitting)
                .map(actor -> new SignedIn(token, expiresAt, actor, Optional.of(open.sign(series, secret))));
    }

    /** The first of the requests that came together has rotated the cookie; this one gets a sitting beside it. */
    private Optional<SignedIn> beside(Sitting sitting) {
        return actor(sitting).map(actor -> open.beside(sitting, actor));
    }

    private Optional<Actor> actor(Sitting sitting) {
        return actors.actor(sitting.kind(), sitting.subjectId(), sitting.name(), sitting.channel());
    }
}
