package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.PastCases.Happened;
import org.yiwang.workflow.casefile.PastCases.PastCase;
import org.yiwang.workflow.clock.ClockView;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 重演一件: the same answers and the same acts on the same days, under whatever version of the item. A step that was not there then is
 * done on the day of the one it stands before, as if nobody objected.
 */
@ApplicationScoped
class PlayPast {

    private static final int MOST_NEW_STEPS = 8;

    @Inject
    OpenPlay opening;

    @Inject
    PlayEvent events;

    @Inject
    Stage stage;

    @Inject
    Cast cast;

    @Inject
    @MachineTime
    Clock machine;

    /**
     * 走成的样子.
     *
     * @param route names of the steps done, in order
     * @param dates last good day by kind of clock
     * @param letters kinds of the letters that arose
     * @param notes acts that could not be done again
     */
    record Went(
            String status,
            List<String> route,
            Map<String, LocalDate> dates,
            List<String> letters,
            List<String> notes) {}

    Went play(ItemVersion item, PastCase past) {
        Instant end = machine.instant().plus(PlayScript.LONGEST);
        PlayedCase played = opening.open(
                item,
                new OpenPlay.Application(
                        past.applicant(),
                        past.answers().deepCopy(),
                        null,
                        item.serviceMethods().contains(past.service().method())
                                ? past.service().method()
                                : null));
        List<String> letters = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Happened event : past.events()) {
            PlayScript.needTime(machine.instant(), end);
            pass(played, event.at());
            Retold.action(event).ifPresent(action -> again(played, action, event, notes));
            if (Retold.lost(event)) {
                notes.add("“" + event.type().text() + "”没有重演");
            }
            stage.look(played);
            played.takeLetters().forEach(letter -> letters.add(letter.kind()));
        }
        return new Went(played.outlook.view().statusText(), route(played), dates(played), letters, List.copyOf(notes));
    }

    private void pass(PlayedCase played, Instant at) {
        if (at.isAfter(Stage.simulation().now())) {
            stage.wait(played, at);
            stage.look(played);
        }
    }

    private void again(PlayedCase played, CaseAction action, Happened event, List<String> notes) {
        String step = Retold.step(event);
        Optional<Step> known = played.item.steps().stream()
                .filter(one -> one.key().equals(step))
                .findFirst();
        if (ofStep(action) && action != CaseAction.DECIDE && known.isEmpty()) {
            notes.add("这个版本没有环节“" + step + "”，这一步略过");
            return;
        }
        if (ofStep(action)) {
            newSteps(played, action, step);
        }
        try {
            act(played, action, action == CaseAction.DECIDE ? null : step, Retold.fields(event));
        } catch (Refusal refused) {
            notes.add("“" + event.type().text() + "”这一步不能照办（" + refused.code() + "）");
        }
    }

    private static boolean ofStep(CaseAction action) {
        return action == CaseAction.REVIEW || action == CaseAction.RECORD_SITE_CHECK || action == CaseAction.DECIDE;
    }

    /** Does what the other version asks for before the step that is meant. */
    private void newSteps(PlayedCase played, CaseAction action, String step) {
        for (int i = 0; i < MOST_NEW_STEPS; i++) {
            List<Step> open = open(played);
            boolean there = open.stream()
                    .anyMatch(one -> action == CaseAction.DECIDE
                            ? one.role() == StepRole.DECIDE
                            : one.key().equals(step));
            if (there || open.isEmpty()) {
                return;
            }
            Step first = open.get(0);
            try {
                act(
                        played,
                        first.role() == StepRole.SITE_CHECK ? CaseAction.RECORD_SITE_CHECK : CaseAction.REVIEW,
                        first.key(),
                        JsonNodeFactory.instance.objectNode());
            } catch (Refusal refused) {
                return;
            }
        }
    }

    private static List<Step> open(PlayedCase played) {
        return played.outlook.file().work().all().stream()
                .filter(work -> !work.taskId().isEmpty())
                .map(WorkItem::stepKey)
                .distinct()
                .map(played.item::step)
                .toList();
    }

    private void act(PlayedCase played, CaseAction action, String step, JsonNode fields) {
        Actor actor = cast.pick(played, action, null, step);
        events.play(played, actor, action, step, (ObjectNode) fields, Optional.empty());
        stage.look(played);
    }

    private static List<String> route(PlayedCase played) {
        return Reporter.route(played).stream()
                .map(key -> played.item.step(key).name().zh())
                .toList();
    }

    /** Of several of a kind the newest. */
    private static Map<String, LocalDate> dates(PlayedCase played) {
        Map<String, LocalDate> dates = new TreeMap<>();
        for (ClockView clock : played.outlook.view().clocks()) {
            if (clock.ref().isEmpty()) {
                dates.merge(clock.kind().name(), clock.dueOn(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return dates;
    }
}
