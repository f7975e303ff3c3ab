package org.yiwang.workflow.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        return toNext(List.of(caseId), target);
    }

    /** The same for several cases, such as those of an errand: the earliest deadline of any of them. */
    public Optional<Instant> toNext(Collection<Long> caseIds, Instant target) {
        Simulation simulation =
                Simulation.current().orElseThrow(() -> new IllegalStateException("only a simulation moves its time"));
        Map<Instant, Long> due = new TreeMap<>();
        for (long caseId : caseIds) {
            next.of(caseId).filter(at -> !at.isAfter(target)).ifPresent(at -> due.putIfAbsent(at, caseId));
        }
        Optional<Map.Entry<Instant, Long>> first = due.entrySet().stream().findFirst();
        simulation.advanceTo(first.map(Map.Entry::getKey).orElse(target));
        first.ifPresent(one -> fire.tell(one.getValue(), simulation.now()));
        return first.map(Map.Entry::getKey);
    }
}
