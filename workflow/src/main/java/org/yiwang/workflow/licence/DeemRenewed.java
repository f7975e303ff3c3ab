package org.yiwang.workflow.licence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.licence.internal.Licences;

/**
 * 视同延续: the renewal was asked for in time and the licence has ended without a decision; it counts as renewed (行政许可法
 * §50). The holder gets it in writing; the office is late, and can no longer say no.
 */
@ApplicationScoped
public class DeemRenewed {

    @Inject
    CaseDesk desk;

    @Inject
    Licences licences;

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (!passed.over(ClockKind.RENEWAL)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        if (!waitsForTheOffice(open.file().status())) {
            return;
        }
        LocalDate on = passed.dueOn().plusDays(1);
        Optional<Licences.Deemed> licence = licences.deem(passed.caseId(), on);
        if (licence.isEmpty()) {
            return;
        }
        tell(open, licence.get(), on);
        desk.close(open);
    }

    /** What waits for the applicant before it was ever accepted is not the office's silence. */
    private static boolean waitsForTheOffice(CaseStatus status) {
        return status.undecided() && status != CaseStatus.CORRECTION_REQUIRED && status != CaseStatus.PRE_RETURNED;
    }

    private static void tell(OpenCase open, Licences.Deemed licence, LocalDate on) {
        open.event(
                EventType.RENEWAL_DEEMED,
                OpenCase.body().put("validTo", licence.validTo().toString()));
        open.touch();
        ObjectNode data = OpenCase.body();
        data.putObject("renewal")
                .put("number", licence.number())
                .put("validTo", LetterDate.of(licence.validTo()))
                .put("from", LetterDate.of(on))
                .put("basis", open.item().renewal().orElseThrow().basis());
        open.letter(DocumentKind.RENEWAL_DECISION, DocumentKind.RENEWAL_DECISION.template(), data);
        open.tellApplicant("licence.deemedRenewed", OpenCase.body());
        open.work()
                .all()
                .forEach(work -> open.tell(
                        work.holder(), "work.deemedRenewed", OpenCase.body().put("step", work.stepName())));
    }
}
