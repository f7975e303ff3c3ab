package org.yiwang.workflow.serving;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.serving.spi.KeepsOpen;

/**
 * 归档: a case that is over goes into the archive by itself, a set time after its last letter was served
 * (GB/T 42727-2023). Until then its applicant may still rate it; afterwards it refuses every action.
 */
@ApplicationScoped
public class ArchiveCase {

    @Inject
    CaseDesk desk;

    @Inject
    @Any
    Instance<KeepsOpen> reasons;

    @Inject
    @ConfigProperty(name = "yiwang.archive.after-days", defaultValue = "90")
    int days;

    /** Starts the time until the archive once nothing is left to make or to serve. */
    void consider(OpenCase open) {
        boolean over = Transitions.lawful(CaseAction.ARCHIVE, open.file().status());
        if (over
                && open.file().archivedAt() == null
                && open.nothingInTheMaking()
                && open.owed().isEmpty()) {
            start(open);
        }
    }

    private void start(OpenCase open) {
        Span wait = new Span(days, LimitUnit.CALENDAR_DAY);
        open.clocks().start(ClockKind.ARCHIVE, "", wait, "《政务服务事项电子文件归档规范》", open.now());
    }

    private boolean settled(OpenCase open) {
        return open.nothingInTheMaking()
                && open.owed().isEmpty()
                && open.clocks().rows().stream()
                        .noneMatch(c -> c.active() && c.kind().onTrial())
                && reasons.stream().noneMatch(reason -> reason.keeps(open));
    }

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (!passed.over(ClockKind.ARCHIVE)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        open.require(CaseAction.ARCHIVE);
        open.clocks().stop(ClockKind.ARCHIVE, open.now());
        if (!settled(open)) {
            // Something came up meanwhile; looked at again after the same time.
            start(open);
            desk.close(open);
            return;
        }
        open.archive();
        open.event(EventType.CASE_ARCHIVED, OpenCase.body());
        desk.close(open);
    }
}
