package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.PackageFiles;
import org.yiwang.forms.catalogue.PackageScenario;
import org.yiwang.forms.catalogue.ReadScenarios;
import org.yiwang.forms.catalogue.TryVersion;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.RunSimulation;
import org.yiwang.workflow.simulation.SimulatedRun.Moment;

/**
 * 自测剧本核对: plays the test cases a package brings, those with events, by the simulation: events in; out come the end, the
 * route, the dates and the letters, held against what the case says. Every step has to succeed unless the case says {@code
 * refused}.
 */
@ApplicationScoped
public class PlayScenarios {

    @Inject
    FindItem items;

    @Inject
    ReadScenarios scenarios;

    @Inject
    SimulateCase simulate;

    @Inject
    RunSimulation run;

    @Inject
    TryVersion versions;

    @Inject
    Clock clock;

    /** @throws Refusal FORBIDDEN for all but officers; NOT_FOUND for an item that is not published */
    public List<ScenarioResult> play(Actor actor, ItemCode code) {
        ItemVersion item = items.current(code).orElseThrow(() -> Refusal.notFound("该事项"));
        return scenarios.of(item).stream()
                .filter(scenario -> !scenario.events().isEmpty())
                .map(scenario -> one(actor, item.code().value(), scenario, Optional.empty()))
                .toList();
    }

    /**
     * Those of a package nobody has published.
     *
     * @param zip of its folder
     * @throws Refusal FORBIDDEN for all but officers; INVALID with everything that is wrong with the package
     */
    public List<ScenarioResult> draft(Actor actor, byte[] zip) {
        if (!actor.officer()) {
            throw Refusal.forbidden("只有工作人员可以推演事项。");
        }
        // Only those of a package that is in order are read.
        run.run(clock.instant(), simulation -> run.step(() -> versions.draft(zip)));
        return ReadScenarios.in(PackageFiles.zip(zip)).stream()
                .filter(scenario -> !scenario.events().isEmpty())
                .map(scenario -> one(actor, null, scenario, Optional.of(zip)))
                .toList();
    }

    /** One scenario of a package that nobody has published. */
    ScenarioResult play(Actor actor, PackageScenario scenario, Optional<byte[]> zip) {
        return one(actor, null, scenario, zip);
    }

    private ScenarioResult one(Actor actor, String item, PackageScenario scenario, Optional<byte[]> zip) {
        Script script = new Script(item, null, scenario.today(), null, scenario.key(), null, null, null, null);
        SimulatedRun run = simulate.simulate(actor, script, zip);
        Moment last = run.moments().get(run.moments().size() - 1);
        List<String> problems = new ArrayList<>();
        JsonNode expect = scenario.expect();
        refusals(expect, run, problems);
        same(expect, "status", last.status().name(), problems);
        same(expect, "route", run.route().toString(), problems);
        same(expect, "letters", run.letters().toString(), problems);
        Map<String, String> dates = dates(last);
        expect.path("dates")
                .properties()
                .forEach(date -> same(
                        "dates." + date.getKey(),
                        date.getValue().asText(),
                        dates.getOrDefault(date.getKey(), "no such clock"),
                        problems));
        return new ScenarioResult(
                scenario.key(), scenario.name(), last.status().name(), run.route(), dates, run.letters(), problems);
    }

    /** {@code "refused": {"2": "ILLEGAL_ACTION"}}: by place of the event. */
    private static void refusals(JsonNode expect, SimulatedRun run, List<String> problems) {
        for (Moment moment : run.moments()) {
            String said = expect.path("refused")
                    .path(Integer.toString(moment.event()))
                    .asText("done");
            String was = moment.refused() == null ? "done" : moment.refused().code();
            if (!said.equals(was)) {
                String why =
                        moment.refused() == null ? "" : "：" + moment.refused().message();
                problems.add("event " + moment.event() + " " + moment.action() + ": expected " + said + ", was " + was
                        + why);
            }
        }
    }

    private static void same(JsonNode expect, String name, String found, List<String> problems) {
        if (expect.has(name)) {
            JsonNode said = expect.get(name);
            same(name, said.isTextual() ? said.asText() : list(said), found, problems);
        }
    }

    private static String list(JsonNode said) {
        List<String> all = new ArrayList<>();
        said.forEach(one -> all.add(one.asText()));
        return all.toString();
    }

    private static void same(String name, String said, String found, List<String> problems) {
        if (!said.equals(found)) {
            problems.add(name + ": expected " + said + ", found " + found);
        }
    }

    private static Map<String, String> dates(Moment moment) {
        Map<String, String> dates = new TreeMap<>();
        Map<String, Instant> began = new TreeMap<>();
        moment.clocks().forEach(clock -> {
            String kind = clock.kind().name() + (clock.ref().isEmpty() ? "" : ":" + clock.ref());
            Instant due = clock.dueAt();
            if (!began.containsKey(kind) || due.isAfter(began.get(kind))) {
                began.put(kind, due);
                dates.put(kind, clock.dueOn().toString());
            }
        });
        return dates;
    }
}
