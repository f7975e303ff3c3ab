package org.yiwang.web.desk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.PackageScenario;
import org.yiwang.forms.catalogue.ReadScenarios;
import org.yiwang.forms.catalogue.search.SearchQuery;
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
import org.yiwang.workflow.simulation.SimulatedErrand;
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
    private SimulatedErrand errand;

    @PostConstruct
    void play() {
        form = new SimulationForm(request);
        if (form.given("item") == null && form.zip().isEmpty()) {
            return;
        }
        try {
            SimulateCase.Result played = simulate.play(current.signedIn(), form.script(), form.zip());
            run = played.single();
            errand = played.errand();
        } catch (Refusal refusal) {
            say(refusal);
        }
    }

    /** What is wrong with a package names the file and the place in it. */
    private void say(Refusal refusal) {
        if (refusal.code().equals("PACKAGE_REFUSED")) {
            page.trouble("script", refusal.getMessage());
            refusal.problems().forEach(found -> page.trouble("script", found.path() + "：" + found.message()));
        } else {
            page.trouble("script", refusal);
        }
    }

    /** Did the script come to anything? */
    public boolean isBegun() {
        return run != null || errand != null;
    }

    /** Is it a package nobody has published? */
    public boolean isDraft() {
        return form.zip().isPresent();
    }

    /** The package, to travel with the form. */
    public String getZip() {
        return form.zip().map(Base64.getEncoder()::encodeToString).orElse("");
    }

    public SimulatedErrand getErrand() {
        return errand;
    }

    public String getName() {
        return run != null ? run.itemName() : errand.itemName();
    }

    /** The test case it was opened with. */
    public String getPlayed() {
        return run != null ? run.scenario() : errand == null ? null : errand.scenario();
    }

    public List<ItemVersion> getBundles() {
        return items.bundles();
    }

    public List<ItemSummary> getItems() {
        return items.list(SearchQuery.ALL, null, MOST_ITEMS);
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
        return !isBegun() || isDraft()
                ? List.of()
                : items
                        .current(ItemCode.of(run != null ? run.itemCode() : errand.itemCode()))
                        .map(scenarios::of)
                        .orElse(List.of())
                        .stream()
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
        Instant at = run != null
                ? run.moments().get(run.moments().size() - 1).at()
                : errand != null ? lastOfErrand().at() : null;
        return at == null ? "" : at.atZone(Dates.CITY).toLocalDate().toString();
    }

    private SimulatedErrand.Moment lastOfErrand() {
        return errand.moments().get(errand.moments().size() - 1);
    }

    /** The services of the errand as they stand now. */
    public List<SimulatedErrand.Part> getParts() {
        return lastOfErrand().parts();
    }

    /** What somebody could do next, each once, with the words for it. */
    public Map<String, String> getNext() {
        Map<String, String> next = new LinkedHashMap<>();
        turns().forEach(turn -> turn.actions().forEach(action -> next.put(words(action), action)));
        return next;
    }

    private List<SimulatedRun.Turn> turns() {
        return run != null
                ? run.moments().get(run.moments().size() - 1).turns()
                : getParts().stream()
                        .filter(part -> part.now() != null)
                        .flatMap(part -> part.now().turns().stream())
                        .toList();
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
        return events == 0 || isDraft() ? null : "/desk/simulation" + form.query(events - 1);
    }

    public String letterUrl(int event, int index) {
        return request.getContextPath() + "/desk/simulation/letter"
                + form.query(form.lines().size()) + "&event=" + event + "&index=" + index;
    }

    /** 0 to the last letter of a moment. */
    public List<Integer> letters(SimulatedRun.Moment moment) {
        return IntStream.range(0, moment.letters().size()).boxed().toList();
    }

    /** 0 to the last letter of a moment of an errand. */
    public List<Integer> letters(SimulatedErrand.Moment moment) {
        return IntStream.range(0, moment.letters().size()).boxed().toList();
    }

    /** The service an event of an errand was about. */
    public String service(SimulatedErrand.Moment moment) {
        return nameOf(moment, moment.item());
    }

    public String nameOf(SimulatedErrand.Moment moment, String item) {
        return moment.parts().stream()
                .filter(part -> part.item().equals(item))
                .map(SimulatedErrand.Part::name)
                .findFirst()
                .orElse("");
    }

    public String join(List<String> names) {
        return String.join("、", names);
    }

    /** Names of the steps that wait. */
    public String steps(SimulatedRun.Moment moment) {
        return moment.waiting().stream().map(SimulatedRun.Waiting::stepName).collect(Collectors.joining("、"));
    }

    /** How it looks; the words say the same. */
    public String tone(SimulatedErrand.Part part) {
        return switch (part.state()) {
            case DONE, GRANTED -> "ok";
            case FAILED -> "bad";
            case PLANNED, CANCELLED, WITHDRAWN -> "plain";
            case RUNNING -> "";
        };
    }
}
