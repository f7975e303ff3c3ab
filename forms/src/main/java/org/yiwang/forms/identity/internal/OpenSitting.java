package org.yiwang.forms.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.KioskTimes;
import org.yiwang.forms.identity.SignedIn;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.SecretBox;

/** Opens a sitting and hands out its secrets; the one place that knows how long one lasts. */
@ApplicationScoped
public class OpenSitting {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofHours(12);
    private static final Duration DEVICE = Duration.ofDays(365);
    /** The screen ends the session by itself; the server a moment later, so that it never comes first. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration LONGEST_AT_KIOSK = Duration.ofMinutes(30);

    @Inject
    Sittings sittings;

    @Inject
    SecretBox box;

    @Inject
    KioskTimes kiosk;

    @Inject
    @MachineTime
    Clock clock;

    protected OpenSitting() {}

    public OpenSitting(Sittings sittings, SecretBox box, KioskTimes kiosk, Clock clock) {
        this.sittings = sittings;
        this.box = box;
        this.kiosk = kiosk;
        this.clock = clock;
    }

    /** For somebody who gave a password; a device's lasts as long as the installation leaves it on. */
    @Transactional
    public SignedIn of(Account account, Actor actor) {
        boolean device = actor.kind() == Actor.Kind.KIOSK;
        Duration idle = device ? DAY : IDLE;
        return open(account.id(), 0, actor, idle, DAY, !device);
    }

    /** For a device that is set up to stay; what was set up under its name before ends. */
    @Transactional
    public SignedIn ofDevice(Account account, Actor actor) {
        sittings.closeDevice(account.id(), clock.instant().plus(DAY));
        return open(account.id(), 0, actor, DEVICE, DEVICE, false);
    }

    /** For a person at a kiosk: short, without a remember cookie, and nobody else's. */
    @Transactional
    public SignedIn atKiosk(long deviceId, Actor actor) {
        sittings.closeAt(deviceId);
        return open(0, deviceId, actor, kiosk.idle().plus(GRACE), LONGEST_AT_KIOSK, false);
    }

    /** The account behind a token; none for a person at a kiosk, who has given no password. */
    @Transactional
    public Optional<Long> accountOf(String token) {
        return sittings.byToken(Secrets.hash(token)).map(Sitting::accountId).filter(account -> account != 0);
    }

    /** A second sitting of the same person on the same account, ending no later than the first. */
    public SignedIn beside(Sitting first, Actor actor) {
        Duration rest = Duration.between(clock.instant(), first.endsAt());
        return open(first.accountId(), 0, actor, Duration.ofSeconds(first.idleSeconds()), rest, true);
    }

    private SignedIn open(
            long accountId, long deviceId, Actor actor, Duration idle, Duration longest, boolean remember) {
        Instant now = clock.instant();
        String token = Secrets.fresh();
        String series = remember ? UUID.randomUUID().toString() : "";
        String secret = Secrets.fresh();
        Sitting sitting = new Sitting(
                0,
                accountId,
                deviceId,
                actor.kind(),
                actor.id(),
                actor.channel(),
                "",
                (int) idle.toSeconds(),
                now,
                now.plus(idle),
                now.plus(longest));
        sittings.open(sitting, Secrets.hash(token), series, remember ? Secrets.hash(secret) : "");
        sittings.forget(now.minus(DAY));
        return new SignedIn(
                token, sitting.expiresAt(), actor, remember ? Optional.of(sign(series, secret)) : Optional.empty());
    }

    /** What the remember cookie carries: series, secret and our signature over both. */
    public String sign(String series, String secret) {
        String content = series + "." + secret;
        return content + "." + box.lookupHash("remember", content);
    }
}
