package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 自助终端时限: after how long without use a person at a kiosk is asked, and after how long his session ends. Settings
 * {@code yiwang.kiosk.warn-seconds} and {@code yiwang.kiosk.idle-seconds}.
 */
@ApplicationScoped
public class KioskTimes {

    @Inject
    @ConfigProperty(name = "yiwang.kiosk.warn-seconds", defaultValue = "30")
    int warn;

    @Inject
    @ConfigProperty(name = "yiwang.kiosk.idle-seconds", defaultValue = "60")
    int idle;

    protected KioskTimes() {}

    public KioskTimes(int warn, int idle) {
        this.warn = warn;
        this.idle = idle;
    }

    /** Then the screen asks whether he is still there; always some seconds before the end. */
    public Duration warn() {
        return Duration.ofSeconds(Math.max(5, Math.min(warn, idle().toSeconds() - 5)));
    }

    /** Then the session ends and the screen is wiped, whatever the browser does. */
    public Duration idle() {
        return Duration.ofSeconds(Math.max(15, idle));
    }
}
