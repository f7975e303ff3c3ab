package org.yiwang.forms.identity;

/**
 * 核验凭据: what somebody brings to an act that asks who he is once more, such as signing a decision.
 *
 * @param token the secret he is signed in with
 * @param confirmation what {@link ConfirmIdentity} gave him under that token; empty when he brings none
 */
public record Proof(String token, String confirmation) {

    /** For acts that ask for none. */
    public static final Proof NONE = new Proof("", "");

    public Proof {
        token = token == null ? "" : token;
        confirmation = confirmation == null ? "" : confirmation;
    }

    /** Without the secrets: this may end up in a log. */
    @Override
    public String toString() {
        return confirmation.isEmpty() ? "no proof" : "proof";
    }
}
