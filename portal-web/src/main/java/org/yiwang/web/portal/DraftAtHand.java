package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.Eligibility;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.catalogue.situation.SituationQuestions;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.platform.Problem;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;

/** 正在填写的草稿: what all pages of an application look at, and how far it is. */
@Named("draft")
@RequestScoped
public class DraftAtHand {

    /** 任务状态. */
    public enum State {
        NOT_STARTED,
        STARTED,
        DONE,
        /** Something sensible stands there; it may stay so. */
        PRESET,
        BLOCKED
    }

    /**
     * 任务: one line of the task list.
     *
     * @param path below the draft
     */
    public record Task(String path, String title, String lang, State state) {}

    @Inject
    FindItem findItem;

    @Inject
    ReadDraft readDraft;

    @Inject
    Clock clock;

    @Inject
    Page page;

    private DraftView view;

    /** Reads the draft of the URL; if it has been submitted, where to go instead. */
    Optional<Reply> open(Visit visit) {
        UUID id = Uuids.parse(visit.variable("draft"), "这份草稿");
        view = readDraft.read(visit.actor(), id);
        return view.caseNo().map(no -> visit.go(isErrand() ? "/my/bundles/" + no : "/my/cases/" + no + "/receipt"));
    }

    /** 一件事: several services are asked for with this one form. */
    public boolean isErrand() {
        return view.item().bundle().isPresent();
    }

    /** The services these answers make part of it. */
    public List<BundleMember> getServices() {
        return view.item().bundle().map(bundle -> bundle.chosen(view.answers())).orElse(List.of());
    }

    void replace(DraftView newer) {
        view = newer;
    }

    public DraftView getView() {
        return view;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Dates.CITY));
    }

    public String getSavedAt() {
        return Dates.moment(view.savedAt(), page.mode());
    }

    /** Path of the application, in the mode of the page. */
    public String url(String rest) {
        return page.url("/apply/" + view.id() + rest);
    }

    List<Section> sections() {
        return view.item().form().visible(view.answers());
    }

    List<Problem> problemsOf(String section) {
        return view.item().form().checkSection(section, view.answers(), today(), page.language());
    }

    /** 不符合的受理条件, as far as the answers already show it. */
    public List<Eligibility> getNotMet() {
        return SituationQuestions.notMet(view.item(), view.answers());
    }

    /** Whether its service takes applications now; the draft is kept in any case. */
    public ItemStanding getStanding() {
        return findItem.standing(view.item().code());
    }

    /** The materials these answers call for. */
    public List<MaterialRequirement> getRequirements() {
        return view.item().materialsFor(view.answers());
    }

    /** What has to be there, is not, and was not promised either. */
    List<MaterialRequirement> getMissing() {
        return getRequirements().stream().filter(view::lacks).toList();
    }

    public List<MaterialView> files(String requirement) {
        return view.materials().stream()
                .filter(file -> file.requirement().equals(requirement))
                .toList();
    }

    public List<Task> getTasks() {
        List<Task> tasks = new ArrayList<>();
        for (Section section : sections()) {
            tasks.add(new Task(
                    "/section/" + section.key(),
                    page.say(section.title()),
                    page.lang(section.title()),
                    state(section)));
        }
        if (!view.item().materials().isEmpty()) {
            tasks.add(new Task("/materials", page.t("apply.materials"), null, materials()));
        }
        tasks.add(new Task("/service", page.t("apply.service"), null, service()));
        boolean ready =
                tasks.stream().noneMatch(task -> task.state() == State.NOT_STARTED || task.state() == State.STARTED);
        tasks.add(new Task("/check", page.t("apply.check"), null, ready ? State.NOT_STARTED : State.BLOCKED));
        return tasks;
    }

    private State state(Section section) {
        if (problemsOf(section.key()).isEmpty()) {
            boolean anyAnswer = answered(section);
            boolean anyRequired = section.fields().stream().anyMatch(field -> field.required());
            return anyAnswer || anyRequired ? State.DONE : State.NOT_STARTED;
        }
        return answered(section) ? State.STARTED : State.NOT_STARTED;
    }

    /** Somebody has answered something; what is worked out is nobody's answer. */
    private boolean answered(Section section) {
        return section.fields().stream()
                .anyMatch(field -> !field.type().silent() && view.answers().has(field.key()));
    }

    private State service() {
        return view.service().equals(ServiceChoice.first(view.item())) ? State.PRESET : State.DONE;
    }

    private State materials() {
        if (getMissing().isEmpty()) {
            return State.DONE;
        }
        return view.materials().isEmpty() ? State.NOT_STARTED : State.STARTED;
    }

    public int getDone() {
        return (int) getTasks().stream()
                .filter(task -> task.state() == State.DONE || task.state() == State.PRESET)
                .count();
    }

    /** The first task that is not done. */
    public String getNext() {
        return getTasks().stream()
                .filter(task -> task.state() != State.DONE && task.state() != State.BLOCKED)
                .map(Task::path)
                .findFirst()
                .orElse("/check");
    }

    public boolean isReady() {
        return getTasks().stream().noneMatch(task -> task.state() == State.BLOCKED);
    }

    /** The path after this one; the check page comes last. */
    String after(String path) {
        List<Task> tasks = getTasks();
        for (int i = 0; i < tasks.size() - 1; i++) {
            if (tasks.get(i).path().equals(path)) {
                return tasks.get(i + 1).path();
            }
        }
        return "";
    }

    /** The path before this one; empty is the task list. */
    public String before(String path) {
        List<Task> tasks = getTasks();
        for (int i = 1; i < tasks.size(); i++) {
            if (tasks.get(i).path().equals(path)) {
                return tasks.get(i - 1).path();
            }
        }
        return "";
    }
}
