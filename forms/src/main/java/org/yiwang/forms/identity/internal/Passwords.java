package org.yiwang.forms.identity.internal;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;

/** 口令散列: Argon2id with 19 MiB, two passes, one lane: about what a sign-in may cost on two cores. */
@ApplicationScoped
public class Passwords {

    private static final Argon2Function ARGON = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /** Hash of a password nobody has: an unknown login must take as long as a wrong password. */
    private final String nobodys = hash("no account has this");

    public String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON).getResult();
    }

    public boolean fits(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** Takes the time of a check and says no. */
    public boolean refuse(String password) {
        fits(password, nobodys);
        return false;
    }
}
