package org.yiwang.workflow.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.RunSimulation;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseHealth;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.Prospects.Outlook;
import org.yiwang.workflow.casefile.Prospects.Prospect;
import org.yiwang.workflow.casefile.Transitions;

/** 走: one place in the tree of what may happen: tries what is forbidden, then goes some of the ways that are open. */
@ApplicationScoped
class Wander {

    /** Deep enough for any item to be decided, with detours. */
    private static final int DEEPEST = 25;
    /** Out of so many sequences of one application; then another one, on another day. */
    private static final int MOST_OF_ONE = 120;

    /** Officers of other departments, who are told that there is no such case. */
    private static final int STRANGERS = 2;
    /** Sample fields do not fit everywhere. */
    private static final int TRIES = 4;

    @Inject
    RunSimulation run;

    @Inject
    Stage stage;

    @Inject
    PlayEvent events;

    @Inject
    CaseHealth health;

    @Inject
    CaseActions actions;

    void on(PlayedCase played, Random chance, Tally tally, int sequences) {
        int end = Math.min(sequences, tally.sequences + MOST_OF_ONE);
        played.withoutStrangers(STRANGERS);
        stage.look(played);
        tally.way.addLast(
                "SUBMIT " + played.item.code() + " " + played.outlook.file().today());
        look(played, tally);
        from(played, chance, tally, end, 0);
        tally.way.clear();
    }

    private void from(PlayedCase played, Random chance, Tally tally, int end, int depth) {
        forbidden(played, chance, tally);
        boolean over = played.outlook.view().status().ended();
        if (depth >= DEEPEST || over && chance.nextInt(3) > 0) {
            return;
        }
        int ways = 1 + (chance.nextInt(4) == 0 ? 1 + chance.nextInt(3) : 0);
        for (int i = 0; i < ways && tally.sequences < end; i++) {
            Outlook here = played.outlook;
            Set<Long> busy = new HashSet<>(played.busy);
            RunSimulation.Point point = run.here();
            if (stepSomehow(played, chance, tally)) {
                from(played, chance, tally, end, depth + 1);
                tally.way.removeLast();
            }
            run.backTo(point);
            run.forget(point);
            played.outlook = here;
            played.busy.clear();
            played.busy.addAll(busy);
        }
    }

    private boolean stepSomehow(PlayedCase played, Random chance, Tally tally) {
        for (int i = 0; i < TRIES; i++) {
            if (step(played, chance, tally)) {
                return true;
            }
        }
        return false;
    }

    /** Something that is open, or time; false when it was refused for its content, and the case stands where it stood. */
    private boolean step(PlayedCase played, Random chance, Tally tally) {
        Optional<CaseAction> some = favoured(played, chance);
        if (some.isEmpty() || chance.nextInt(8) == 0) {
            return pass(played, chance, tally);
        }
        CaseAction action = some.get();
        List<Prospect> able = played.outlook.able(action);
        Prospect who = able.get(chance.nextInt(able.size()));
        CaseStatus before = played.outlook.view().status();
        tally.way.addLast(action + " by " + who.actor().key());
        try {
            events.play(played, who.actor(), action, null, null, Optional.of(chance));
        } catch (Refusal refused) {
            Tally.count(tally.refused, refused.code());
            tally.way.removeLast();
            return false;
        }
        Tally.count(tally.done, action.name());
        tally.sequences++;
        stage.look(played);
        CaseStatus after = played.outlook.view().status();
        if (before != after && !follows(action, before, after)) {
            tally.fault(action + " led from " + before + " to " + after);
        }
        look(played, tally);
        return true;
    }

    /** One of the actions somebody is offered. Ends come soon enough, and talk is cheap: more often what moves it on. */
    private Optional<CaseAction> favoured(PlayedCase played, Random chance) {
        CaseStatus status = played.outlook.view().status();
        List<CaseAction> open = played.outlook.prospects().stream()
                .flatMap(prospect -> prospect.now().stream())
                .filter(actions.taken()::contains)
                .distinct()
                .toList();
        List<CaseAction> onward = open.stream()
                .filter(action -> chance.nextInt(3) == 0 || movesOn(action) && !ends(action, status))
                .toList();
        List<CaseAction> choice = onward.isEmpty() ? open : onward;
        return choice.isEmpty() ? Optional.empty() : Optional.of(choice.get(chance.nextInt(choice.size())));
    }

    /** Made to bring a case further, if not here then elsewhere. */
    private static boolean movesOn(CaseAction action) {
        Transitions.Rule rule = Transitions.of(action);
        return rule.by() != Transitions.By.APPLICANT && rule.from().stream().anyMatch(rule::leaves);
    }

    private static boolean ends(CaseAction action, CaseStatus from) {
        return Transitions.of(action).ways().getOrDefault(from, Set.of()).stream()
                .allMatch(to -> to.ended() && to != CaseStatus.COMPLETED);
    }

    private boolean pass(PlayedCase played, Random chance, Tally tally) {
        Duration by = Duration.ofHours(1 + chance.nextInt(24 * 40));
        CaseStatus before = played.outlook.view().status();
        tally.way.addLast("WAIT " + by);
        stage.wait(played, Stage.simulation().now().plus(by));
        Tally.count(tally.done, "WAIT");
        tally.sequences++;
        stage.look(played);
        CaseStatus after = played.outlook.view().status();
        if (!reaches(before, after)) {
            tally.fault("time led from " + before + " to " + after);
        }
        look(played, tally);
        return true;
    }

    /** The action itself, and what the registered letter or a rule does at once after it. */
    private static boolean follows(CaseAction action, CaseStatus before, CaseStatus after) {
        return Transitions.of(action).ways().getOrDefault(before, Set.of()).stream()
                .anyMatch(to -> to == after || reaches(to, after));
    }

    private static boolean reaches(CaseStatus from, CaseStatus to) {
        Set<CaseStatus> seen = new HashSet<>(Set.of(from));
        List<CaseStatus> todo = new ArrayList<>(List.of(from));
        while (!todo.isEmpty()) {
            CaseStatus here = todo.remove(todo.size() - 1);
            Transitions.all().stream()
                    .flatMap(rule -> rule.ways().getOrDefault(here, Set.of()).stream())
                    .filter(seen::add)
                    .forEach(todo::add);
        }
        return seen.contains(to);
    }

    /** One who may not tries something; it is refused, and the case is what it was. */
    private void forbidden(PlayedCase played, Random chance, Tally tally) {
        List<Prospect> cast = played.outlook.prospects();
        List<CaseAction> taken = List.copyOf(actions.taken());
        for (int i = 0; i < 2; i++) {
            Actor actor = cast.get(chance.nextInt(cast.size())).actor();
            CaseAction action = taken.get(chance.nextInt(taken.size()));
            boolean offered = played.outlook.prospects().stream()
                    .anyMatch(p -> p.actor() == actor && p.now().contains(action));
            if (!offered) {
                forbidden(played, actor, action, chance, tally);
            }
        }
    }

    private void forbidden(PlayedCase played, Actor actor, CaseAction action, Random chance, Tally tally) {
        tally.way.addLast("forbidden " + action + " by " + actor.key());
        RunSimulation.Point point = run.here();
        Outlook before = played.outlook;
        try {
            events.play(played, actor, action, null, null, Optional.of(chance));
            // To ask again for what one has already is answered and changes nothing.
            if (events(before) != events(stage.look(played))) {
                tally.fault(action + " was not offered to " + actor.key() + " and worked");
            }
        } catch (Refusal refused) {
            Tally.count(tally.refused, refused.code());
            if (!Set.of(403, 404, 409, 422).contains(refused.kind().status())) {
                tally.fault("refused with " + refused.kind());
            }
            if (!Transitions.lawful(action, before.file().file().status())
                    && refused.kind().status() == 422) {
                tally.fault(action + " is unlawful here, but only its fields were complained of");
            }
        }
        run.backTo(point);
        run.forget(point);
        played.outlook = before;
        tally.way.removeLast();
    }

    private static int events(Outlook outlook) {
        return outlook.view().timeline().size();
    }

    private void look(PlayedCase played, Tally tally) {
        Tally.count(tally.statuses, played.outlook.view().status().name());
        health.faults(played.no).forEach(tally::fault);
        played.takeLetters();
        played.takeNotices();
    }
}
