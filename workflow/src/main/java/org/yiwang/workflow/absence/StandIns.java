package org.yiwang.workflow.absence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.yiwang.workflow.absence.internal.Absences;

/** 代理人: who stands in today for an officer who is away. */
@ApplicationScoped
public class StandIns {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Absences absences;

    @Inject
    Clock clock;

    /** Ids of his deputies today; empty while he is there. */
    public List<Long> of(long officer) {
        return absences.deputies(officer, LocalDate.ofInstant(clock.instant(), ZONE));
    }
}
