package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.LegalBasis;
import org.yiwang.forms.catalogue.SpecialProcedureRule;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.identity.Post;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.organisation.Directory;

/** 可选内容: what the forms of the case page offer: people, steps, legal bases, things to correct. */
@Named("deskChoices")
@RequestScoped
public class DeskChoices {

    /** 可选对象: somebody or something to choose. */
    public record Choice(String value, String label) {}

    @Inject
    DeskCase deskCase;

    @Inject
    CurrentActor current;

    @Inject
    Directory directory;

    private Optional<Step> step() {
        return Optional.ofNullable(deskCase.getWork())
                .map(work -> deskCase.item().step(work.step()));
    }

    /** 审查要点 of the present step. */
    public List<String> getChecks() {
        return step().map(Step::checks).orElse(List.of());
    }

    /** Objections that this step has to answer one by one. */
    public List<Choice> getObjections() {
        return step().stream()
                .flatMap(step -> step.answers().stream())
                .filter(key -> deskCase.latest(key)
                        .filter(opinion -> "DISAGREE".equals(opinion.outcome()))
                        .isPresent())
                .map(key -> new Choice(key, deskCase.stepName(key)))
                .toList();
    }

    /** What was objected at that step. */
    public String objection(String step) {
        return deskCase.latest(step).map(CaseView.Opinion::text).orElse("");
    }

    public String getReturnTo() {
        return step().flatMap(Step::returnTo).map(deskCase::stepName).orElse("");
    }

    /** Who else holds the post of the present work. */
    public List<Choice> getColleagues() {
        CaseView.Work work = deskCase.getWork();
        if (work == null) {
            return List.of();
        }
        return directory.officersOf(Post.parse(work.queue())).stream()
                .filter(officer -> officer.id() != current.actor().id())
                .map(officer -> new Choice(officer.staffNo(), officer.name() + "（" + officer.staffNo() + "）"))
                .toList();
    }

    public List<SpecialProcedureRule> getSpecialProcedures() {
        return deskCase.item().specialProcedures();
    }

    /** 可请示的措施: whose approval would be lawful now and that nobody has proposed yet. */
    public List<Choice> getMeasures() {
        List<Measure> pending = pending();
        return Stream.of(Measure.values())
                .filter(measure -> !pending.contains(measure))
                .filter(measure -> Transitions.lawful(
                        measure.approval(), deskCase.getView().status()))
                .map(measure -> new Choice(measure.name(), measure.chinese()))
                .toList();
    }

    /** 待批示的请示. */
    public List<Choice> getProposed() {
        return pending().stream()
                .map(measure -> new Choice(measure.name(), measure.chinese()))
                .toList();
    }

    private List<Measure> pending() {
        return deskCase.getView().proposals().stream()
                .filter(proposal -> proposal.outcome().equals("PENDING"))
                .map(CaseView.Proposal::measure)
                .toList();
    }

    /** Who decides where it is not this authority. */
    public String getAbove() {
        return deskCase.item().forwarding().map(above -> above.authority().zh()).orElse("上级机关");
    }

    public List<LegalBasis> getBases() {
        return deskCase.item().legalBases();
    }

    /** What a correction can be demanded for: every field and every material of the item. */
    public List<Choice> getTargets() {
        List<Choice> targets = new ArrayList<>();
        deskCase.item()
                .materials()
                .forEach(need -> targets.add(
                        new Choice("materials." + need.key(), need.name().zh())));
        deskCase.item().form().sections().forEach(section -> section.fields()
                .forEach(field -> targets.add(
                        new Choice("answers." + field.key(), field.label().zh()))));
        return targets;
    }

    /** Which department the law would have decide, as a first suggestion nobody has to keep. */
    public List<String> getAuthorities() {
        return directory.departments().stream()
                .map(department -> department.name())
                .toList();
    }
}
