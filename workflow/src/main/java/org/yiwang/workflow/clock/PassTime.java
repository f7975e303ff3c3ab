package org.yiwang.workflow.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.yiwang.forms.platform.Simulation;
import org.yiwang.workflow.clock.internal.FireCase;
import org.yiwang.workflow.clock.internal.NextDue;

/** 时间经过: lets the deadlines of one case come due within a {@link Simulation}, each at its own moment. */
@ApplicationScoped
public class PassTime {

    @Inject
    NextDue next;

    @Inject
    FireCase fire;

    /**
     * Goes to the next deadline of the case that is not after {@code target} and lets it happen; when there is none, goes to
     * {@code target}.
     *
     * @return the moment something happened at, or empty
     */
    public Optional<Instant> toNext(long caseId, Instant target) {
        Simulation simulation =
                Simulation.current().orElseThrow(() -> new IllegalStateException("only a simulation moves its time"));
        Optional<Instant> due = next.of(caseId).filter(at -> !at.isAfter(target));
        simulation.advanceTo(due.orElse(target));
        if (due.isPresent()) {
            fire.tell(caseId, simulation.now());
        }
        return due;
    }
}
