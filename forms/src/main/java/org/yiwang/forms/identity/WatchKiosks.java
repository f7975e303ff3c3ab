package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.internal.Accounts;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Refusal;

/**
 * 终端在线: which kiosks are heard of. A kiosk that waits for somebody says every minute that it is there, one that is used
 * does so by being used; one that says nothing for a while is switched off, cut off or broken.
 */
@ApplicationScoped
public class WatchKiosks {

    /** 沉默: after so long without a word. */
    public static final Duration SILENT_AFTER = Duration.ofMinutes(5);

    @Inject
    Accounts accounts;

    @Inject
    @MachineTime
    Clock clock;

    protected WatchKiosks() {}

    WatchKiosks(Accounts accounts, Clock machine) {
        this.accounts = accounts;
        this.clock = machine;
    }

    /**
     * 一台终端.
     *
     * @param seenAt when it was last heard of, machine time; empty if it is not set up
     * @param silent whether somebody should look
     */
    public record Kiosk(String login, String name, Optional<Instant> seenAt, boolean silent) {}

    /** All that are in use, those that are silent first. For supervisors and administrators. */
    @Transactional
    public List<Kiosk> all(Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("终端状况只对监督和管理人员开放。");
        }
        Instant now = clock.instant();
        return accounts.kiosks().stream()
                .map(seen -> new Kiosk(seen.login(), seen.name(), seen.at(), silent(seen.at(), now)))
                .sorted(java.util.Comparator.comparing((Kiosk kiosk) -> !kiosk.silent())
                        .thenComparing(Kiosk::login))
                .toList();
    }

    static boolean silent(Optional<Instant> seenAt, Instant now) {
        return seenAt.map(at -> now.isAfter(at.plus(SILENT_AFTER))).orElse(true);
    }
}
