package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.document.SampleDocument;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.RunSimulation;
import org.yiwang.forms.platform.Simulation;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.bundle.FollowBundle;
import org.yiwang.workflow.casefile.BundledCases;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.Prospects;
import org.yiwang.workflow.clock.PassTime;
import org.yiwang.workflow.notification.Notify;

/**
 * 推演台: moves a played case, or an errand with all its cases, on with the real use cases, and does within the simulation what otherwise follows a commit:
 * letters come to the register, notices are worded, deadlines come due.
 */
@ApplicationScoped
class Stage {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Two things that happen one after the other never carry the same time. */
    private static final int A_MOMENT = 1;

    @Inject
    RunSimulation run;

    @Inject
    CaseActions actions;

    @Inject
    Prospects prospects;

    @Inject
    PassTime time;

    @Inject
    SampleDocument samples;

    @Inject
    Notify notify;

    @Inject
    FollowBundle follow;

    /** Looks at the case anew. */
    Prospects.Outlook look(PlayedCase played) {
        played.outlook = prospects.of(played.no, played.cast);
        return played.outlook;
    }

    /** Does one action whole or not at all. */
    void act(PlayedCase played, Actor actor, ActionRequest request) {
        tick();
        run.step(() -> actions.perform(actor, played.no, actions.ask(played.no, request)));
        if (actor.officer()) {
            played.busy.add(actor.id());
        }
        afterwards(played);
    }

    /** Lets time pass; what comes due on the way happens at its own moment. */
    void wait(PlayedCase played, Instant target) {
        long id = played.outlook.file().file().id();
        while (run.step(() -> time.toNext(id, target)).isPresent()) {
            afterwards(played);
        }
    }

    /** The same for an errand: whatever comes due first in any of its cases happens first. */
    void wait(PlayedErrand errand, Instant target) {
        while (run.step(() -> time.toNext(
                        errand.cases.values().stream()
                                .map(played -> played.outlook.file().file().id())
                                .toList(),
                        target))
                .isPresent()) {
            afterwards(errand);
        }
    }

    /** What the outbox would have done after the commit, until nothing more follows from it. */
    void afterwards(Sheet played) {
        for (List<Simulation.Order> orders = simulation().takeOrders();
                !orders.isEmpty();
                orders = simulation().takeOrders()) {
            orders.forEach(order -> deliver(played, order));
        }
    }

    private void deliver(Sheet played, Simulation.Order order) {
        if (order.kind().equals(CaseDesk.TELL)) {
            tell(played, order);
            return;
        }
        tick();
        if (order.kind().equals(BundledCases.MOVED)) {
            run.step(() -> {
                follow.follow(read(order.body()).path("bundle").asLong());
                return null;
            });
            return;
        }
        Optional<DocumentView> letter = run.step(() -> samples.register(order));
        // What stays inside is no letter.
        letter.filter(made -> !made.kind().internal()).ifPresent(made -> played.of(made.caseNo())
                .arose(new Sheet.Letter(made.id(), made.kind().name(), made.title())));
    }

    private void tell(Sheet played, Simulation.Order order) {
        JsonNode told = read(order.body());
        Sheet about = played.of(told.path("caseNo").asText());
        for (JsonNode notice : told.path("notices")) {
            about.said(notify.say(
                    notice.path("to").asText(),
                    notice.path("key").asText(),
                    told.path("caseNo").asText(),
                    told.path("item").asText(),
                    notice.path("params")));
        }
    }

    static void tick() {
        simulation().advanceTo(simulation().now().plusSeconds(A_MOMENT));
    }

    static Simulation simulation() {
        return Simulation.current().orElseThrow(() -> new IllegalStateException("no simulation runs"));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }
}
