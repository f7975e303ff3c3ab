package org.yiwang.workflow.supervision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.CalendarReplaced;
import org.yiwang.workflow.clock.CaseClock;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 日历调整后重算: counts the clocks of one case by the present calendar. Where a date moved, the legal record names the old and
 * the new one, and the applicant and those who have the work are told; otherwise only the clocks note the calendar.
 */
@ApplicationScoped
public class RecountCase {

    @Inject
    CaseDesk desk;

    /** 期限变化. */
    private record Moved(CaseClock clock, LocalDate before) {}

    void on(@Observes CalendarReplaced replaced) {
        OpenCase open = desk.open(Actor.SYSTEM, replaced.caseId());
        Map<String, LocalDate> before = new HashMap<>();
        active(open).forEach(clock -> before.put(name(clock), clock.dueOn()));
        Map<UUID, LocalDate> work = new HashMap<>();
        open.work().all().forEach(item -> work.put(item.publicId(), item.dueOn()));
        open.clocks().recount();
        List<Moved> moved = active(open).stream()
                .filter(clock -> !clock.dueOn().equals(before.get(name(clock))))
                .map(clock -> new Moved(clock, before.get(name(clock))))
                .toList();
        if (!moved.isEmpty()) {
            open.work().redate();
            record(open, moved);
            if (!open.file().status().ended()) {
                tell(open, moved, work);
            }
        }
        desk.close(open);
    }

    private static List<CaseClock> active(OpenCase open) {
        return new ArrayList<>(
                open.clocks().rows().stream().filter(CaseClock::active).toList());
    }

    private static String name(CaseClock clock) {
        return clock.kind() + "/" + clock.ref() + "/" + clock.run();
    }

    private static void record(OpenCase open, List<Moved> moved) {
        ObjectNode body = OpenCase.body().put("calendar", moved.get(0).clock().calendarVersion());
        var list = body.putArray("moved");
        for (Moved one : moved) {
            list.addObject()
                    .put("clock", one.clock().kind().name())
                    .put("ref", one.clock().ref())
                    .put("from", one.before().toString())
                    .put("to", one.clock().dueOn().toString());
        }
        open.systemEvent(EventType.CALENDAR_CHANGED, body);
    }

    private static void tell(OpenCase open, List<Moved> moved, Map<UUID, LocalDate> before) {
        forApplicant(open, moved)
                .ifPresent(due ->
                        open.tellApplicant("case.calendar", OpenCase.body().put("dueOn", due.toString())));
        for (WorkItem work : open.work().all()) {
            if (!work.dueOn().equals(before.get(work.publicId()))) {
                String to = work.holder();
                open.tell(
                        to,
                        "work.calendar",
                        OpenCase.body()
                                .put("step", work.stepName())
                                .put("dueOn", work.dueOn().toString()));
            }
        }
    }

    /** Of the dates that moved the one that matters to him: his answer before all else, never a step's. */
    private static Optional<LocalDate> forApplicant(OpenCase open, List<Moved> moved) {
        Optional<CaseClock> answer = open.clocks().answer();
        return moved.stream()
                .map(Moved::clock)
                .filter(clock -> clock.kind() != ClockKind.STEP)
                .filter(clock ->
                        !clock.kind().answers() || answer.filter(clock::equals).isPresent())
                .map(CaseClock::dueOn)
                .findFirst();
    }
}
