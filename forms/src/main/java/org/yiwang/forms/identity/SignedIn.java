package org.yiwang.forms.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * 登录结果.
 *
 * @param token opaque, 256 bit; we keep only its hash
 * @param expiresAt in machine time, if it is not used before
 * @param actor who he is
 * @param remember signed value for the cookie that {@link ReSignIn} takes; none at kiosks
 */
public record SignedIn(String token, Instant expiresAt, Actor actor, Optional<String> remember) {

    /** Without the secrets: this may end up in a log. */
    @Override
    public String toString() {
        return "signed in as " + actor.key();
    }
}
