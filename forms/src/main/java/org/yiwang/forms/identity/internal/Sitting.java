package org.yiwang.forms.identity.internal;

import java.time.Instant;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;

/**
 * 会话: somebody signed in. Secrets are kept as hashes only; all times are the machine's.
 *
 * @param accountId 0 for a person at a kiosk, who has shown his card
 * @param deviceId the kiosk; 0 elsewhere
 * @param name of the device, or masked of the party; empty for officers
 * @param idleSeconds after so long without use it ends
 * @param endsAt then it ends in any case
 */
public record Sitting(
        long id,
        long accountId,
        long deviceId,
        Actor.Kind kind,
        long subjectId,
        Channel channel,
        String name,
        int idleSeconds,
        Instant renewedAt,
        Instant expiresAt,
        Instant endsAt) {}
