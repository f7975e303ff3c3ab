package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.Secrets;
import org.yiwang.forms.identity.internal.Sitting;
import org.yiwang.forms.identity.internal.Sittings;
import org.yiwang.forms.platform.MachineTime;

/** 识别令牌: who stands behind a token. One statement; the time is put forward at most once a minute. */
@ApplicationScoped
public class ResolveToken {

    private static final int RENEW_AFTER_SECONDS = 60;

    @Inject
    Sittings sittings;

    @Inject
    ActorSource actors;

    @Inject
    @MachineTime
    Clock clock;

    protected ResolveToken() {}

    ResolveToken(Sittings sittings, ActorSource actors, Clock machine) {
        this.sittings = sittings;
        this.actors = actors;
        this.clock = machine;
    }

    /** Empty when the token is unknown, ended or left unused too long: then it is as if there were none. */
    @Transactional
    public Optional<Actor> resolve(String token) {
        return resolve(token, sitting -> true);
    }

    /** The person whose card opened a session at this very device; at any other his token is worth nothing. */
    @Transactional
    public Optional<Actor> atKiosk(String token, Actor device) {
        return resolve(token, sitting -> sitting.deviceId() == device.id());
    }

    private Optional<Actor> resolve(String token, Predicate<Sitting> fits) {
        if (token == null || token.length() > 100) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return sittings.byToken(Secrets.hash(token))
                .filter(sitting -> now.isBefore(sitting.expiresAt()) && now.isBefore(sitting.endsAt()))
                .filter(fits)
                .flatMap(sitting -> actor(sitting, now));
    }

    private Optional<Actor> actor(Sitting sitting, Instant now) {
        // A short sitting is put forward sooner: at a kiosk every touch counts.
        int renewAfter = Math.min(RENEW_AFTER_SECONDS, sitting.idleSeconds() / 30);
        if (now.isAfter(sitting.renewedAt().plusSeconds(renewAfter))) {
            sittings.renew(sitting.id(), now, now.plusSeconds(sitting.idleSeconds()));
        }
        return actors.actor(sitting.kind(), sitting.subjectId(), sitting.name(), sitting.channel());
    }
}
