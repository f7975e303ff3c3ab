package org.yiwang.web.boot;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.platform.StartStep;

/**
 * 启动: migrations first, then every {@link StartStep} in order. If one fails the start stops there, with its reason in
 * the log and at {@code /api/v1/health/ready}; {@link Gate} keeps everything else shut.
 */
@ApplicationScoped
public class Boot {

    private static final Logger LOG = Logger.getLogger(Boot.class.getName());

    @Inject
    Migrations migrations;

    @Inject
    @Any
    Instance<StartStep> steps;

    private volatile String notReady = "starting";

    void start(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event) {
        String stage = "database migrations";
        try {
            migrations.run();
            for (StartStep step : inOrder()) {
                stage = step.name();
                long begun = System.nanoTime();
                step.run();
                LOG.log(Level.INFO, "Start step {0} took {1} ms", new Object[] {
                    stage, (System.nanoTime() - begun) / 1_000_000
                });
            }
            notReady = null;
            LOG.info("The platform is ready.");
        } catch (RuntimeException | LinkageError failure) {
            notReady = stage + ": " + rootMessage(failure);
            LOG.log(Level.SEVERE, "The platform does not start: " + notReady, failure);
        }
    }

    private List<StartStep> inOrder() {
        return steps.stream()
                .map(StartStep.class::cast)
                .sorted(Comparator.comparingInt(StartStep::order).thenComparing(StartStep::name))
                .toList();
    }

    /** Whether the start has come to its end. */
    public boolean ready() {
        return notReady == null;
    }

    /** Why not, for the operator; null when ready. */
    public String reason() {
        return notReady;
    }

    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
