package org.yiwang.workflow.clock;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.Warning;

/**
 * 预警设置: when lights turn yellow where the item does not say it itself. For the office's time one workday or a fifth of
 * the limit, whichever is longer; the applicant is reminded one workday before his own time ends.
 *
 * @param office of clocks the office is bound by
 * @param applicant of clocks the applicant is bound by
 */
public record Warnings(Warning office, Warning applicant) {

    /** What a city has that has set nothing. */
    public static final Warnings USUAL = new Warnings(new Warning(1, 20), new Warning(1, 0));

    /** As {@code yiwang.warning.*} says. */
    public static Warnings configured() {
        Config config = ConfigProvider.getConfig();
        return new Warnings(
                new Warning(
                        number(config, "yiwang.warning.workdays", USUAL.office().workdays()),
                        number(config, "yiwang.warning.percent", USUAL.office().percent())),
                new Warning(
                        number(
                                config,
                                "yiwang.warning.applicant-workdays",
                                USUAL.applicant().workdays()),
                        USUAL.applicant().percent()));
    }

    private static int number(Config config, String name, int otherwise) {
        return config.getOptionalValue(name, Integer.class).orElse(otherwise);
    }

    Warning of(ClockKind kind, Optional<TimeLimit> limit) {
        return limit.flatMap(TimeLimit::warning).orElse(kind.applicants() ? applicant : office);
    }
}
