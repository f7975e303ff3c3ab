package org.yiwang.workflow.cooling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.yiwang.forms.catalogue.course.CoolingOffRule;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.IdType;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseEnding;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.clock.SuspendKind;

/**
 * 冷静期: begins with acceptance; when it is over both have to appear; who does not has taken the request back (民法典
 * §1077). All of it by time: nobody can shorten it.
 */
@ApplicationScoped
public class CoolOff {

    /** The clock of the period in which either may think again. */
    public static final String PERIOD = "COOLING_OFF";
    /** The clock of the period in which both have to come. */
    public static final String APPEARANCE = "APPEARANCE";

    @Inject
    CaseDesk desk;

    @Inject
    CaseEnding ending;

    @Inject
    FindParty parties;

    @Inject
    ReadSubmission submissions;

    /**
     * Begins with acceptance, where the item has such a period.
     *
     * @param from the moment from which it counts
     * @return what the acceptance notice has to say of it; empty where there is none
     */
    public ObjectNode begin(OpenCase open, Instant from) {
        ObjectNode told = OpenCase.body();
        open.item().course().coolingOff().ifPresent(rule -> {
            join(open, rule);
            open.move(CaseAction.BEGIN_COOLING_OFF, CaseStatus.COOLING_OFF);
            open.clocks().pause(SuspendKind.GENERAL, PERIOD, rule.basis(), from);
            open.clocks().start(ClockKind.WAITING, PERIOD, rule.period(), rule.basis(), from);
            open.work().suspend();
            LocalDate until = open.dueOn(ClockKind.WAITING, PERIOD).orElseThrow();
            open.systemEvent(EventType.COOLING_OFF_BEGUN, OpenCase.body().put("until", until.toString()));
            open.tellApplicant("case.coolingOff", OpenCase.body().put("until", until.toString()));
            told.put("until", LetterDate.of(until))
                    .put("appear", rule.appear().text(org.yiwang.forms.catalogue.Language.ZH))
                    .put("basis", rule.basis());
        });
        return told;
    }

    /** The other of the two, if the platform knows him under this name and number: he sees the case and may act in it. */
    private void join(OpenCase open, CoolingOffRule rule) {
        Submission submission = open.submission(submissions);
        String number = submission.answers().path(rule.otherNumber()).asText();
        String name = submission.answers().path(rule.otherName()).asText();
        parties.named(IdType.ID_CARD, number, name)
                .filter(id -> id != open.file().applicantId())
                .ifPresent(open::join);
    }

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        boolean ours = passed.ref().equals(PERIOD) || passed.ref().equals(APPEARANCE);
        if (!passed.over(ClockKind.WAITING) || !ours) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        switch (open.file().status()) {
            case COOLING_OFF -> awaitAppearance(open, passed.dueOn());
            case AWAITING_APPEARANCE -> takenBack(open);
            default -> {
                return;
            }
        }
        desk.close(open);
    }

    /** The next period follows the last day of this one, whenever the platform notices. */
    private static void awaitAppearance(OpenCase open, LocalDate lastDay) {
        open.require(CaseAction.END_COOLING_OFF);
        CoolingOffRule rule = open.item().course().coolingOff().orElseThrow();
        Instant from = lastDay.atTime(12, 0).atZone(LegalDay.ZONE).toInstant();
        open.clocks().stop(ClockKind.WAITING, PERIOD, open.now());
        open.clocks().start(ClockKind.WAITING, APPEARANCE, rule.appear(), rule.basis(), from);
        open.move(CaseAction.END_COOLING_OFF, CaseStatus.AWAITING_APPEARANCE);
        LocalDate until = open.dueOn(ClockKind.WAITING, APPEARANCE).orElseThrow();
        open.event(EventType.COOLING_OFF_ENDED, OpenCase.body().put("appearBy", until.toString()));
        open.tellApplicant("case.appear", OpenCase.body().put("until", until.toString()));
    }

    private void takenBack(OpenCase open) {
        open.require(CaseAction.EXPIRE);
        open.move(CaseAction.EXPIRE, CaseStatus.WITHDRAWN);
        ending.end(open);
        open.event(EventType.DEEMED_WITHDRAWN, OpenCase.body());
        ObjectNode data = OpenCase.body();
        data.putObject("termination").put("cause", "冷静期满后未在规定期限内双方到场").put("reason", "视为撤回申请");
        open.letter(DocumentKind.TERMINATION_NOTICE, DocumentKind.TERMINATION_NOTICE.template(), data);
        open.tellApplicant("case.deemedWithdrawn", OpenCase.body());
    }
}
