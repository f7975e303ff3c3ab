package org.yiwang.workflow.waiting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.catalogue.course.WaitingRule;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.waiting.internal.WaitingLists;

/** 看轮候: each sees his own place in the list; the department sees the list. */
@ApplicationScoped
public class ReadWaiting {

    private static final int SHOWN = 200;

    @Inject
    WaitingLists lists;

    @Inject
    CaseDesk desk;

    @Inject
    FindItem items;

    /**
     * 本件轮候.
     *
     * @param number 轮候号
     * @param position 1 for whose turn comes next; null for who no longer waits
     * @param refusalsLeft how often he may still give up or stay silent before he leaves the list
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfCase(
            String list,
            long number,
            int points,
            EntryState state,
            String stateText,
            Long position,
            int refusalsLeft,
            Offer offer) {}

    /** 配租通知. */
    public record Offer(String place, LocalDate answerBy) {}

    /** 轮候名册, for the department. */
    public record WaitingList(String key, String name, List<Line> entries, List<Place> places) {}

    /** 一行. */
    public record Line(
            long position, long number, String caseNo, String applicant, int points, EntryState state, int refusals) {}

    /** 房源: FREE or OFFERED. */
    public record Place(String label, String state) {}

    /** Empty where the case has no place in a list; who may not see the case is told that it is not there. */
    @Transactional
    public Optional<OfCase> ofCase(Actor actor, CaseNo no) {
        OpenCase open = desk.look(actor, no);
        WaitingRule rule = open.item().course().waiting().orElse(null);
        if (rule == null) {
            return Optional.empty();
        }
        return lists.ofCase(open.file().id()).map(entry -> {
            boolean waits = entry.state() == EntryState.WAITING || entry.state() == EntryState.OFFERED;
            return new OfCase(
                    rule.name().zh(),
                    entry.number(),
                    entry.points(),
                    entry.state(),
                    entry.state().text(),
                    waits ? lists.before(entry) + 1 : null,
                    Math.max(0, rule.refusals() - entry.refusals()),
                    open.openRecord(RecordKind.PLACE_OFFER)
                            .map(offer -> offer(open, offer))
                            .orElse(null));
        });
    }

    private static Offer offer(OpenCase open, CaseRecord offer) {
        return new Offer(
                open.words(offer).path("place").asText(),
                open.dueOn(ClockKind.WAITING, offer.id().toString()).orElse(null));
    }

    /** The lists this officer keeps. */
    public List<WaitingRule> kept(Actor actor) {
        return items.having(course -> course.waiting().isPresent()).stream()
                .filter(item -> keeps(actor, item))
                .map(item -> item.course().waiting().orElseThrow())
                .toList();
    }

    /** The list in the order of turns; for its keepers and for supervisors. */
    @Transactional
    public WaitingList list(Actor actor, String list) {
        WaitingRule rule = actor.is(Role.SUPERVISOR) ? rule(list) : requireKeeper(actor, list);
        List<WaitingLists.Entry> entries = lists.waiting(list, SHOWN);
        List<Line> lines = new java.util.ArrayList<>();
        for (WaitingLists.Entry e : entries) {
            lines.add(new Line(
                    lines.size() + 1L,
                    e.number(),
                    e.caseNo(),
                    e.applicantMasked(),
                    e.points(),
                    e.state(),
                    e.refusals()));
        }
        return new WaitingList(
                list,
                rule.name().zh(),
                List.copyOf(lines),
                lists.places(list).stream()
                        .map(place -> new Place(place.label(), place.state()))
                        .toList());
    }

    private WaitingRule rule(String list) {
        return items
                .having(course -> course.waiting()
                        .filter(rule -> rule.list().equals(list))
                        .isPresent())
                .stream()
                .findFirst()
                .flatMap(item -> item.course().waiting())
                .orElseThrow(() -> Refusal.notFound("这份轮候名册"));
    }

    /** Refuses who does not decide in an item that fills this list. */
    WaitingRule requireKeeper(Actor actor, String list) {
        WaitingRule rule = rule(list);
        if (kept(actor).stream().noneMatch(kept -> kept.list().equals(list))) {
            throw Refusal.forbidden("只有决定这个事项的岗位可以管理轮候名册。");
        }
        return rule;
    }

    private static boolean keeps(Actor actor, ItemVersion item) {
        return actor.officer()
                && item.steps().stream().anyMatch(step -> step.role() == StepRole.DECIDE && actor.holds(step.post()));
    }
}
