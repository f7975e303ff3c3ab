package org.yiwang.workflow.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.StatusText;
import org.yiwang.workflow.supervision.internal.CaseCounts;

/** 运行总览: open cases by status and light, and which departments are late. For supervisors and administrators. */
@ApplicationScoped
public class Overview {

    @Inject
    CaseCounts counts;

    @Inject
    Clock clock;

    /** Cases in one state. */
    public record ByStatus(CaseStatus status, String text, long green, long yellow, long red, long paused) {

        public long total() {
            return green + yellow + red + paused;
        }
    }

    /** Work of one queue. */
    public record ByQueue(String queue, long open, long yellow, long red) {}

    /** 总览. */
    public record Figures(List<ByStatus> byStatus, List<ByQueue> byQueue, long completedLast30Days) {}

    @Transactional
    public Figures figures(Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("运行总览只对监督和管理人员开放。");
        }
        return new Figures(
                counts.byStatus(LegalDay.of(clock.instant())).stream()
                        .map(row -> new ByStatus(
                                row.status(),
                                StatusText.of(row.status()),
                                row.green(),
                                row.yellow(),
                                row.red(),
                                row.paused()))
                        .toList(),
                counts.byQueue(LegalDay.of(clock.instant())),
                counts.completedSince(clock.instant().minus(java.time.Duration.ofDays(30))));
    }
}
