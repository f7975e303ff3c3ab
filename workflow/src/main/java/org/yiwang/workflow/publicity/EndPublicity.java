package org.yiwang.workflow.publicity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;

/** 公示期满: nothing more can be objected; what rested goes on, and a decision may be made once every objection is answered. */
@ApplicationScoped
public class EndPublicity {

    @Inject
    CaseDesk desk;

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (!passed.over(ClockKind.PUBLICITY)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        Optional<CaseRecord> running = open.openRecord(RecordKind.PUBLICITY);
        if (running.isEmpty()) {
            return;
        }
        open.require(CaseAction.END_PUBLICITY);
        CaseRecord entry = running.get();
        open.closeRecord(entry, "ENDED", (ObjectNode) open.words(entry));
        open.moment(CaseMoment.PUBLICITY_ENDED);
        open.clocks().resume(entry.id().toString(), open.now());
        open.work().redate();
        open.touch();
        open.event(
                EventType.PUBLICITY_ENDED,
                OpenCase.body().put("publicity", entry.id().toString()));
        open.work()
                .all()
                .forEach(work -> open.tell(
                        work.holder(), "work.publicityEnded", OpenCase.body().put("step", work.stepName())));
        desk.close(open);
    }
}
