package org.yiwang.workflow.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.course.WaitingRule;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.waiting.internal.WaitingLists;

/** 配租通知: a free place is offered to whose turn it is, with the time to answer that the item gives. */
@ApplicationScoped
public class OfferPlace {

    @Inject
    CaseDesk desk;

    @Inject
    WaitingLists lists;

    /** False when it is gone or nobody waits for it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean offer(UUID place) {
        Optional<WaitingLists.Place> free = lists.take(place);
        Optional<WaitingLists.Entry> next = free.flatMap(found -> lists.next(place));
        if (next.isEmpty()) {
            return false;
        }
        OpenCase open = desk.open(Actor.SYSTEM, next.get().caseId());
        // Only now does the entry stand still: it changes under the lock of its case alone.
        WaitingLists.Entry entry = lists.ofCase(open.file().id()).orElseThrow();
        if (entry.state() != EntryState.WAITING) {
            return false;
        }
        WaitingRule rule = open.item().course().waiting().orElseThrow();
        String label = free.get().label();
        CaseRecord offer = open.note(
                RecordKind.PLACE_OFFER, "", "OPEN", null, true, OpenCase.body().put("place", label));
        open.clocks().start(ClockKind.WAITING, offer.id().toString(), rule.answer(), rule.basis(), open.now());
        LocalDate until = open.dueOn(ClockKind.WAITING, offer.id().toString()).orElseThrow();
        lists.offer(offer.id(), entry, place, open.now());
        open.touch();
        open.event(
                EventType.PLACE_OFFERED, OpenCase.body().put("offer", offer.id().toString()));
        open.tellApplicant("case.placeOffered", OpenCase.body().put("until", until.toString()));
        desk.close(open);
        return true;
    }
}
