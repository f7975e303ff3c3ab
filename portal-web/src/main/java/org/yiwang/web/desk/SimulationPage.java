package org.yiwang.web.desk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.PackageScenario;
import org.yiwang.forms.catalogue.ReadScenarios;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.PostWords;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.Permissions;
import org.yiwang.workflow.clock.ClockView;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.simulation.SimulateCase;
import org.yiwang.workflow.simulation.SimulatedRun;

/** 办件推演页: builds a script step by step and shows after each how the case would stand; everything stands in the URL. */
@Named("simulationPage")
@RequestScoped
public class SimulationPage {

    private static final int MOST_ITEMS = 500;

    @Inject
    FindItem items;

    @Inject
    ReadScenarios scenarios;

    @Inject
    SimulateCase simulate;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private SimulationForm form;
    private SimulatedRun run;

    @PostConstruct
    void play() {
        form = new SimulationForm(request);
        if (form.given("item") == null) {
            return;
        }
        try {
            run = simulate.simulate(current.signedIn(), form.script(), Optional.empty());
        } catch (Refusal refusal) {
            page.trouble("script", refusal);
        }
    }

    public List<ItemSummary> getItems() {
        return items.list(FindItem.Query.ALL, null, MOST_ITEMS);
    }

    public String getItem() {
        return text("item");
    }

    public String getStart() {
        return text("start");
    }

    public String getApplicant() {
        return text("applicant");
    }

    public String getScenario() {
        return text("scenario");
    }

    private String text(String name) {
        return form.given(name) == null ? "" : form.given(name);
    }

    /** Test cases of the chosen item that a case can be opened with. */
    public List<PackageScenario> getScenarios() {
        return run == null
                ? List.of()
                : items.current(ItemCode.of(run.itemCode())).map(scenarios::of).orElse(List.of()).stream()
                        .filter(PackageScenario::fit)
                        .toList();
    }

    public SimulatedRun getRun() {
        return run;
    }

    /** The events as they travel with the form; of a script that was refused, so that they can be put right. */
    public List<String> getLines() {
        return form.lines();
    }

    /** Last day the case has come to, so that the next event is not before it. */
    public String getToday() {
        return run == null ? "" : last().at().atZone(Dates.CITY).toLocalDate().toString();
    }

    private SimulatedRun.Moment last() {
        return run.moments().get(run.moments().size() - 1);
    }

    /** What somebody could do next, each once, with the words for it. */
    public Map<String, String> getNext() {
        Map<String, String> next = new LinkedHashMap<>();
        last().turns().forEach(turn -> turn.actions().forEach(action -> next.put(words(action), action)));
        return next;
    }

    /** All others: to see how they are refused. */
    public Map<String, String> getOthers() {
        Map<String, String> others = new LinkedHashMap<>();
        for (CaseAction action : simulate.actions()) {
            if (!getNext().containsValue(action.name())) {
                others.put(words(action.name()), action.name());
            }
        }
        return others;
    }

    public String words(String action) {
        return Permissions.words(CaseAction.valueOf(action));
    }

    public String words(List<String> actions) {
        return String.join("、", actions.stream().map(this::words).toList());
    }

    /** Posts with the names of their departments; whoever is no post stays as he is. */
    public String posts(String who) {
        return Stream.of(who.split("、")).map(this::post).collect(Collectors.joining("、"));
    }

    private String post(String who) {
        String[] parts = who.split("/", 2);
        return parts.length < 2
                ? who
                : directory
                        .findDepartment(parts[0])
                        .map(department -> department.name() + PostWords.of(Post.parse(who)))
                        .orElse(who);
    }

    /** The clocks that have not stopped. */
    public List<ClockView> clocks(SimulatedRun.Moment moment) {
        return moment.clocks().stream()
                .filter(clock -> clock.stoppedOn() == null)
                .toList();
    }

    /** Without the last event; null when there is none. */
    public String getUndoUrl() {
        int events = form.lines().size();
        return events == 0 ? null : "/desk/simulation" + form.query(events - 1);
    }

    public String letterUrl(int event, int index) {
        return request.getContextPath() + "/desk/simulation/letter"
                + form.query(form.lines().size()) + "&event=" + event + "&index=" + index;
    }

    /** 0 to the last letter of a moment. */
    public List<Integer> letters(SimulatedRun.Moment moment) {
        return IntStream.range(0, moment.letters().size()).boxed().toList();
    }
}
