package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.identity.internal.Account;
import org.yiwang.forms.identity.internal.Accounts;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.OpenSitting;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.Party;
import org.yiwang.forms.identity.internal.Passwords;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.TraceId;

/**
 * 登录: account and password. Five wrong passwords lock the account for a quarter of an hour; whoever is turned away
 * learns nothing about what was wrong. Runs outside a transaction: hashing takes its time, and a failure must stay
 * counted when the request is refused.
 */
@ApplicationScoped
public class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger("org.yiwang.security");
    private static final Duration LOCK = Duration.ofMinutes(15);
    private static final int LONGEST = 200;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Parties parties;

    @Inject
    ActorSource actors;

    @Inject
    OpenSitting sittings;

    @Inject
    @MachineTime
    Clock clock;

    protected SignIn() {}

    SignIn(
            Accounts accounts,
            Passwords passwords,
            Parties parties,
            ActorSource actors,
            OpenSitting sittings,
            Clock machine) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.parties = parties;
        this.actors = actors;
        this.sittings = sittings;
        this.clock = machine;
    }

    /**
     * Signs in.
     *
     * @param channel where the request came in; a device's account makes it a kiosk, a clerk's a window
     */
    public SignedIn signIn(String login, String password, Channel channel) {
        Account account = proved(login, password, channel);
        Actor actor = actor(account, channel).orElseThrow(() -> refused(account.id(), "GONE", channel));
        return sittings.of(account, actor);
    }

    /** Looks at the password of him who is signed in with this token once more; see {@link ConfirmIdentity}. */
    void confirm(Actor actor, String token, String password) {
        Optional<Account> own = sittings.accountOf(token)
                .flatMap(accounts::find)
                .filter(account -> account.kind() == actor.kind() && account.subjectId() == actor.id());
        proved(own, password, actor.channel());
    }

    private Account proved(String login, String password, Channel channel) {
        Optional<Account> found =
                login == null || login.length() > LONGEST ? Optional.empty() : accounts.find(login.strip());
        return proved(found, password, channel);
    }

    private Account proved(Optional<Account> found, String password, Channel channel) {
        String secret = password == null || password.length() > LONGEST ? "" : password;
        if (found.isEmpty()) {
            passwords.refuse(secret);
            throw refused(0, "UNKNOWN", channel);
        }
        Account account = found.get();
        Instant now = clock.instant();
        if (account.disabled() || !accounts.attempt(account.id(), now, now.plus(LOCK))) {
            passwords.refuse(secret);
            throw refused(account.id(), account.disabled() ? "DISABLED" : "LOCKED", channel);
        }
        if (!passwords.fits(secret, account.passwordHash())) {
            throw refused(account.id(), "WRONG", channel);
        }
        accounts.succeeded(account.id());
        return account;
    }

    private Optional<Actor> actor(Account account, Channel channel) {
        String name = account.kind() == Actor.Kind.CITIZEN
                ? parties.find(account.subjectId()).map(Party::maskedName).orElse("")
                : account.displayName();
        return actors.actor(account.kind(), account.subjectId(), name, channel);
    }

    private static Refusal refused(long accountId, String reason, Channel channel) {
        LOG.info(
                "sign-in refused account={} reason={} channel={} trace={}",
                accountId,
                reason,
                channel,
                TraceId.current());
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED, "SIGN_IN_FAILED", "账号或密码不正确，或账号已暂时锁定（连续输错5次锁定15分钟）。请核对后再试，或到窗口办理。");
    }
}
