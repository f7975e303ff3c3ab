package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.yiwang.forms.identity.internal.Confirmations;
import org.yiwang.forms.identity.internal.Secrets;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.Simulation;

/**
 * 再次核验身份: whoever is signed in gives his password again and gets a confirmation: good for one act, under this token,
 * for five minutes. A token alone, found on an open screen or in a program, signs nothing.
 */
@ApplicationScoped
public class ConfirmIdentity {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    @Inject
    SignIn signIn;

    @Inject
    Confirmations confirmations;

    @Inject
    @MachineTime
    Clock clock;

    protected ConfirmIdentity() {}

    ConfirmIdentity(SignIn signIn, Confirmations confirmations, Clock machine) {
        this.signIn = signIn;
        this.confirmations = confirmations;
        this.clock = machine;
    }

    /**
     * 核验结果.
     *
     * @param confirmation opaque, 256 bit; we keep only its hash
     * @param expiresAt in machine time
     */
    public record Confirmed(String confirmation, Instant expiresAt) {

        /** Without the secret: this may end up in a log. */
        @Override
        public String toString() {
            return "confirmed until " + expiresAt;
        }
    }

    /**
     * Looks at the password of the account behind the token; a wrong one counts as at sign-in and is refused (422) at the
     * field {@code password}. Runs outside a transaction, as {@link SignIn} does.
     */
    public Confirmed confirm(Actor actor, String token, String password) {
        try {
            signIn.confirm(actor, token, password);
        } catch (Refusal refusal) {
            throw Refusal.invalid("password", refusal.code(), "身份核验没有通过：" + refusal.getMessage());
        }
        String secret = Secrets.fresh();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(GOOD_FOR);
        confirmations.keep(Secrets.hash(secret), Secrets.hash(token), now, expiresAt);
        return new Confirmed(secret, expiresAt);
    }

    /**
     * Uses a confirmation up in the transaction of the act; should the act fail, it was not used. Refuses (403,
     * REAUTHENTICATE) when there is none, or it was used, has run out or belongs to another token.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void use(Proof proof) {
        if (Simulation.running()) {
            // Who is played has no password here, and nothing that is signed stays.
            return;
        }
        boolean good = !proof.confirmation().isEmpty()
                && confirmations.use(Secrets.hash(proof.confirmation()), Secrets.hash(proof.token()), clock.instant());
        if (!good) {
            throw Refusal.of(
                    Refusal.Kind.FORBIDDEN, "REAUTHENTICATE", "签发前须再次核验身份：请重新输入登录密码取得核验凭据（5 分钟内有效，只能用一次）后再提交。");
        }
    }
}
