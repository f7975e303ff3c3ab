package org.yiwang.web.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LegalBasis;
import org.yiwang.forms.catalogue.SpecialProcedureRule;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.portal.FieldView;
import org.yiwang.web.portal.SectionForm;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 办件页: one case as the officer sees it; read before the page is built. What he does with it is {@link CaseDeed}. */
@Named("deskCase")
@RequestScoped
public class DeskCase {

    /**
     * 环节图: one step of the item's process and where it stands.
     *
     * @param look done, now or todo
     */
    public record Stop(String name, String post, String look, String mark) {}

    /** 可选对象: somebody or something to choose. */
    public record Choice(String value, String label) {}

    @Inject
    CurrentActor current;

    @Inject
    ReadCase readCase;

    @Inject
    Directory directory;

    @Inject
    HttpServletRequest request;

    private CaseNo number;
    private CaseView view;
    private ReadCase.Content content;

    /** Reads the case; refuses what this officer may not see as if it were not there. */
    void open(String no) {
        number = CaseNo.parse(no).orElseThrow(() -> Refusal.notFound("这个办件"));
        view = readCase.read(current.actor(), number);
    }

    CaseNo number() {
        return number;
    }

    public CaseView getView() {
        return view;
    }

    public ReadCase.Content getContent() {
        if (content == null) {
            content = readCase.content(current.actor(), number);
        }
        return content;
    }

    private ItemVersion item() {
        return getContent().item();
    }

    /** Offered now, or just sent: a form whose time has passed stays, with what was typed in it. */
    public boolean shows(String action) {
        return can(action) || action.equals(request.getParameter("act"));
    }

    public boolean can(String action) {
        return view.allowedActions().contains(CaseAction.valueOf(action));
    }

    /** Anything that is the intake's to do. */
    public boolean isIntake() {
        return shows("ACCEPT")
                || shows("REQUEST_CORRECTION")
                || shows("REFUSE")
                || shows("RECEIVE")
                || shows("NO_LICENCE_NEEDED");
    }

    /** The work this officer has here: what he claimed before what anyone may claim. */
    public CaseView.Work getWork() {
        return view.workItems().stream()
                .filter(work -> work.yours() && !work.role().isEmpty())
                .min(Comparator.comparing((CaseView.Work work) -> !work.mine()).thenComparing(work -> work.suspended()))
                .orElse(null);
    }

    private Optional<Step> step() {
        return Optional.ofNullable(getWork()).map(work -> item().step(work.step()));
    }

    /** 审查要点 of the present step. */
    public List<String> getChecks() {
        return step().map(Step::checks).orElse(List.of());
    }

    /** Objections that this step has to answer one by one. */
    public List<Choice> getObjections() {
        return step().stream()
                .flatMap(step -> step.answers().stream())
                .filter(key ->
                        latest(key).filter(o -> "DISAGREE".equals(o.outcome())).isPresent())
                .map(key -> new Choice(key, item().step(key).name().zh()))
                .toList();
    }

    private Optional<CaseView.Opinion> latest(String step) {
        return view.opinions().stream()
                .filter(opinion -> step.equals(opinion.step()))
                .reduce((first, second) -> second);
    }

    public String getReturnTo() {
        return step().flatMap(Step::returnTo)
                .map(key -> item().step(key).name().zh())
                .orElse("");
    }

    /** Who else holds the post of the present work. */
    public List<Choice> getColleagues() {
        CaseView.Work work = getWork();
        if (work == null) {
            return List.of();
        }
        return directory.officersOf(Post.parse(work.queue())).stream()
                .filter(officer -> officer.id() != current.actor().id())
                .map(officer -> new Choice(officer.staffNo(), officer.name() + "（" + officer.staffNo() + "）"))
                .toList();
    }

    public List<SpecialProcedureRule> getSpecialProcedures() {
        return item().specialProcedures();
    }

    public List<LegalBasis> getBases() {
        return item().legalBases();
    }

    /** What a correction can be demanded for: every field and every material of the item. */
    public List<Choice> getTargets() {
        List<Choice> targets = new ArrayList<>();
        item().materials()
                .forEach(need -> targets.add(
                        new Choice("materials." + need.key(), need.name().zh())));
        item().form().sections().forEach(section -> section.fields()
                .forEach(field -> targets.add(
                        new Choice("answers." + field.key(), field.label().zh()))));
        return targets;
    }

    /** What the open correction notice asks for. */
    private List<String> demanded(String prefix) {
        return view.corrections().stream()
                .filter(correction -> correction.answeredAt() == null)
                .flatMap(correction -> correction.items().stream())
                .map(CaseView.Demand::target)
                .filter(target -> target.startsWith(prefix))
                .map(target -> target.substring(prefix.length()))
                .toList();
    }

    /** Materials that the applicant has to bring again. */
    public List<Choice> getDemandedMaterials() {
        return demanded("materials.").stream()
                .map(key -> new Choice(key, materialName(key)))
                .toList();
    }

    /** Questions that he has to answer again, to be asked as everywhere. */
    public List<FieldView> getDemandedFields() {
        List<String> keys = demanded("answers.");
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return item().form().sections().stream()
                .flatMap(section -> new SectionForm(item().form(), section).fields(none, List.of()).stream())
                .filter(field -> keys.contains(field.field().key()))
                .toList();
    }

    /** The new answers to those questions. */
    ObjectNode demandedAnswers() {
        List<String> keys = demanded("answers.");
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        item().form()
                .sections()
                .forEach(section -> answers.setAll(
                        (ObjectNode) new SectionForm(item().form(), section).read(request.getParameterMap())));
        return answers.retain(keys);
    }

    /** The item's own steps, the present ones marked. */
    public List<Stop> getStops() {
        return item().steps().stream().map(this::stop).toList();
    }

    private Stop stop(Step step) {
        Optional<CaseView.Work> open = view.workItems().stream()
                .filter(work -> work.step().equals(step.key()))
                .findFirst();
        String post = directory
                .findDepartment(step.post().department())
                .map(department -> department.name())
                .orElse(step.post().department());
        if (open.isPresent()) {
            String who = open.get().assignee() == null ? "待签收" : open.get().assignee() + "办理中";
            return new Stop(step.name().zh(), post, "now", open.get().suspended() ? "暂停" : who);
        }
        Optional<CaseView.Opinion> said = latest(step.key());
        return said.map(opinion -> new Stop(step.name().zh(), post, "done", outcome(opinion.outcome())))
                .orElseGet(() ->
                        new Stop(step.name().zh(), post, "todo", view.status().undecided() ? "未到" : "未经过"));
    }

    /** How an opinion reads. */
    public String outcome(String outcome) {
        return switch (outcome == null ? "" : outcome) {
            case "AGREE" -> "同意";
            case "DISAGREE" -> "不同意";
            case "GRANT" -> "准予";
            case "DENY" -> "不予";
            case "RETURN" -> "退回";
            default -> outcome;
        };
    }

    public String roleText(String role) {
        return role == null || role.isEmpty()
                ? ""
                : switch (StepRole.valueOf(role)) {
                    case REVIEW -> "审查";
                    case SITE_CHECK -> "现场核查";
                    case CO_APPROVAL -> "会同审批";
                    case OPINION -> "征求意见";
                    case DECIDE -> "决定";
                };
    }

    public String stepName(String key) {
        return item().steps().stream()
                .filter(step -> step.key().equals(key))
                .map(step -> step.name().zh())
                .findFirst()
                .orElse(key);
    }

    /** The newest first. */
    public List<CaseView.Entry> getTimeline() {
        List<CaseView.Entry> entries = new ArrayList<>(view.timeline());
        entries.sort(Comparator.comparingInt(CaseView.Entry::seq).reversed());
        return entries;
    }

    public String materialName(String requirement) {
        return item().material(requirement).map(need -> need.name().zh()).orElse(requirement);
    }

    public boolean picture(MaterialView file) {
        return file.contentType().startsWith("image/");
    }

    /** Which department the law would have decide, as a first suggestion nobody has to keep. */
    public List<String> getAuthorities() {
        return directory.departments().stream()
                .map(department -> department.name())
                .toList();
    }

    /** What has just been done, in words; empty when the page was simply opened. */
    public String getDone() {
        return CaseDeed.done(request.getParameter("done"));
    }

    public String getSelf() {
        return directory.officer(current.actor().id()).map(Officer::name).orElse("");
    }
}
