package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 租约: how long a claimed message is one worker's, in machine time. So long does it lie when its node dies; so long must
 * a receiver that does not answer be waited for, or another worker asks it a second time.
 */
@ApplicationScoped
class OutboxLease {

    static final String DEFAULT = "PT2M";

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Inject
    @ConfigProperty(name = "yiwang.outbox.lease", defaultValue = DEFAULT)
    String setting = DEFAULT;

    @Inject
    @ConfigProperty(name = "yiwang.node", defaultValue = "portal")
    String node = "portal";

    /**
     * How long a message is held at most without a word from its worker.
     *
     * @throws IllegalStateException if the setting is no duration between ten seconds and half an hour
     */
    Duration span() {
        try {
            Duration span = Duration.parse(setting.strip());
            if (span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0) {
                return span;
            }
        } catch (DateTimeParseException noDuration) {
            // Said below, as for one that is too short.
        }
        throw new IllegalStateException("yiwang.outbox.lease 应为 PT10S 至 PT30M 的时长，现在是“" + setting
                + "” (must be a duration from PT10S to PT30M)");
    }

    /** A lease that nobody else has; it names the node, so that an operator sees who holds what. */
    String fresh() {
        return node + "/" + UUID.randomUUID();
    }
}
