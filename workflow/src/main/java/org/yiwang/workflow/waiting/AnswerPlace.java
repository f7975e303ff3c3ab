package org.yiwang.workflow.waiting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.course.WaitingRule;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.waiting.internal.WaitingLists;

/**
 * 答复配租: takes the place or gives it up; who does not answer in time has given it up. After as many as the item allows he
 * leaves the list, otherwise he keeps his turn, and the place goes to the next.
 */
@ApplicationScoped
public class AnswerPlace implements ActionUseCase<AnswerPlace.Answer> {

    @Inject
    CaseDesk desk;

    @Inject
    WaitingLists lists;

    /** 答复. */
    public record Answer(Boolean accept) {}

    @Override
    public CaseAction action() {
        return CaseAction.ANSWER_PLACE;
    }

    @Override
    public Class<Answer> fields() {
        return Answer.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Answer> asked) {
        return answer(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView answer(Actor actor, CaseNo no, long seenVersion, Answer answer) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.ANSWER_PLACE);
        open.sees(seenVersion);
        CaseRecord offer = open.openRecord(RecordKind.PLACE_OFFER)
                .orElseThrow(() -> Refusal.conflict("NO_OFFER", "目前没有等您答复的配租通知。"));
        if (answer.accept() == null) {
            throw Refusal.invalid("accept", "REQUIRED", "请选择“接受”或者“放弃”。");
        }
        open.clocks().stop(ClockKind.WAITING, offer.id().toString(), open.now());
        if (answer.accept()) {
            WaitingLists.Entry entry = entry(open);
            lists.settle(offer.id(), "ACCEPTED", EntryState.PLACED, entry.refusals(), "TAKEN");
            close(open, offer, "ACCEPTED", EventType.PLACE_ACCEPTED);
            open.tellApplicant("case.placeTaken", OpenCase.body());
        } else {
            giveUp(open, offer, "GIVEN_UP", EventType.PLACE_GIVEN_UP);
        }
        return desk.close(open);
    }

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (!passed.over(ClockKind.WAITING)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        CaseRecord offer = open.openRecord(RecordKind.PLACE_OFFER).orElse(null);
        if (offer == null || !offer.id().toString().equals(passed.ref())) {
            return;
        }
        open.clocks().stop(ClockKind.WAITING, passed.ref(), open.now());
        giveUp(open, offer, "EXPIRED", EventType.PLACE_EXPIRED);
        desk.close(open);
    }

    private void giveUp(OpenCase open, CaseRecord offer, String outcome, EventType event) {
        WaitingRule rule = open.item().course().waiting().orElseThrow();
        int refusals = entry(open).refusals() + 1;
        boolean out = refusals >= rule.refusals();
        lists.settle(offer.id(), outcome, out ? EntryState.DROPPED : EntryState.WAITING, refusals, "FREE");
        close(open, offer, outcome, event);
        if (out) {
            open.systemEvent(EventType.WAITING_ENDED, OpenCase.body().put("refusals", refusals));
        }
        open.tellApplicant(out ? "case.waitingEnded" : "case.placeGivenUp", OpenCase.body());
    }

    private WaitingLists.Entry entry(OpenCase open) {
        return lists.ofCase(open.file().id()).orElseThrow();
    }

    private static void close(OpenCase open, CaseRecord offer, String outcome, EventType event) {
        open.closeRecord(offer, outcome, (ObjectNode) open.words(offer));
        open.touch();
        open.event(event, OpenCase.body().put("offer", offer.id().toString()));
    }
}
