package org.yiwang.forms.platform;

import java.util.function.Supplier;

/**
 * 幂等: the same request sent twice is done once. The key is the caller's; it stands for 24 hours.
 */
public interface Idempotency {

    /**
     * Runs {@code work} in one transaction together with the record of its reply, or returns the stored reply if the
     * same actor has sent the same key with the same request before. Two calls at once: the second waits for the first.
     *
     * @param actorKey who, such as {@code party:7}; keys of different actors never meet
     * @param key the caller's key, 8 to 100 visible ASCII characters
     * @param request what is asked, byte for byte; hashed
     * @param work does the thing and returns the reply body (stored sealed)
     * @throws Refusal INVALID / IDEMPOTENCY_KEY_REUSED when the key came before with another request
     */
    Reply once(String actorKey, String key, byte[] request, Supplier<Reply> work);

    /**
     * 回复.
     *
     * @param status HTTP status
     * @param body JSON or a URL to go to
     */
    record Reply(int status, String body) {}
}
