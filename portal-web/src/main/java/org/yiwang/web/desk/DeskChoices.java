package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.LegalBasis;
import org.yiwang.forms.catalogue.SpecialProcedureRule;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.Post;
import org.yiwang.web.component.PostWords;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.ServiceWay;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.handling.KeepPhrases;
import org.yiwang.workflow.handling.ReadCopies;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.OtherAuthorities;
import org.yiwang.workflow.organisation.OtherAuthority;
import org.yiwang.workflow.review.WaysBack;

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

    @Inject
    OtherAuthorities authorities;

    @Inject
    ReadCopies copies;

    @Inject
    WaysBack waysBack;

    @Inject
    KeepPhrases phrases;

    private List<WaysBack.Way> ways;

    private Optional<Step> step() {
        return Optional.ofNullable(deskCase.getWork())
                .map(work -> deskCase.item().step(work.step()));
    }

    /** 证件类型 of people who come to collect. */
    public List<Choice> getIdTypes() {
        return Arrays.stream(IdType.values())
                .filter(type -> type != IdType.CREDIT_CODE)
                .map(type -> new Choice(type.name(), type.label()))
                .toList();
    }

    /** Letters that have to be served and were not. */
    public List<Choice> getUnserved() {
        return deskCase.getView().servings().stream()
                .filter(letter -> letter.servedAt() == null)
                .map(letter -> new Choice(letter.document().toString(), letter.title() + " " + letter.number()))
                .toList();
    }

    /** 送达途径. */
    public List<Choice> getWays() {
        return Arrays.stream(ServiceWay.values())
                .map(way -> new Choice(way.name(), way.chinese()))
                .toList();
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

    /** 可退回的环节. */
    public List<WaysBack.Way> getWaysBack() {
        CaseView.Work work = deskCase.getWork();
        if (ways == null) {
            ways = work == null ? List.of() : waysBack.of(current.actor(), deskCase.number(), work.id());
        }
        return ways;
    }

    /** Is work open in other branches that a return would have to take back? */
    public boolean isBesides() {
        return getWaysBack().stream().anyMatch(WaysBack.Way::beside);
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

    /** 一组: the people or posts of one department. */
    public record Group(String name, List<Choice> choices) {}

    /** Everybody else who serves, by department: whom one may draw in. */
    public List<Group> getOfficers() {
        return groups(department -> directory.officers().stream()
                .filter(officer -> officer.department().equals(department.code()))
                .filter(officer -> officer.id() != current.actor().id())
                .map(officer -> new Choice(officer.staffNo(), officer.name() + "（" + officer.staffNo() + "）"))
                .toList());
    }

    /** 委派给谁: colleagues of the department whose work it is. */
    public List<Choice> getStaff() {
        CaseView.Work work = deskCase.getWork();
        return work == null
                ? List.of()
                : directory.officers().stream()
                        .filter(officer -> officer.department()
                                .equals(Post.parse(work.queue()).department()))
                        .filter(officer -> officer.id() != current.actor().id())
                        .map(officer -> new Choice(officer.staffNo(), officer.name() + "（" + officer.staffNo() + "）"))
                        .toList();
    }

    /** 可征求意见的岗位: every post that somebody holds. */
    public List<Group> getPosts() {
        return groups(department -> directory.officers().stream()
                .flatMap(officer -> officer.posts().stream())
                .filter(post -> post.department().equals(department.code()))
                .distinct()
                .map(post -> new Choice(post.toString(), postName(post.toString())))
                .toList());
    }

    /** 部门 岗位. */
    public String postName(String queue) {
        Post post = Post.parse(queue);
        return directory.findDepartment(post.department()).map(Department::name).orElse(post.department()) + " "
                + PostWords.of(post);
    }

    private List<Group> groups(java.util.function.Function<Department, List<Choice>> choices) {
        return directory.departments().stream()
                .map(department -> new Group(department.name(), choices.apply(department)))
                .filter(group -> !group.choices().isEmpty())
                .toList();
    }

    /** 我交出去的: what this officer delegated, added or asked for in this case and may take back. */
    public List<CaseView.Work> getGiven() {
        return deskCase.getView().workItems().stream()
                .filter(CaseView.Work::byYou)
                .toList();
    }

    /** 可以重新指定的工作: what lies open, by step and holder. */
    public List<Choice> getOpenWork() {
        return deskCase.getView().workItems().stream()
                .filter(work -> !work.suspended())
                .map(work -> new Choice(
                        work.id().toString(),
                        work.stepName() + "　" + postName(work.queue())
                                + (work.assignee() == null ? "" : "　" + work.assignee())))
                .toList();
    }

    /** 常用意见. */
    public List<KeepPhrases.Phrase> getPhrases() {
        return phrases.list(current.actor());
    }

    /** 抄送情况. */
    public List<ReadCopies.Receipt> getReceipts() {
        return copies.receipts(current.actor(), deskCase.number());
    }

    /** What may be started now: every kind the item names that does not run. */
    public List<SpecialProcedureRule> getSpecialProcedures() {
        List<String> running = getRunning().stream().map(Choice::value).toList();
        return deskCase.item().specialProcedures().stream()
                .filter(rule -> rule.type() != SpecialProcedureType.HEARING)
                .filter(rule -> !running.contains(rule.type().name()))
                .toList();
    }

    /** 进行中的特别程序. */
    public List<Choice> getRunning() {
        return deskCase.getView().specialProcedures().stream()
                .filter(one -> one.endedAt() == null)
                .map(one -> new Choice(one.type(), one.name()))
                .toList();
    }

    /** In what a special procedure of this kind is measured. */
    public String unitOf(String type) {
        return deskCase.item().specialProcedures().stream()
                .filter(rule -> rule.type().name().equals(type))
                .map(rule -> rule.expected().unit().label().zh())
                .findFirst()
                .orElse("");
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

    /** Where somebody may have to go instead, by the register of authorities. */
    public List<String> getAuthorities() {
        return authorities.all().stream().map(OtherAuthority::name).toList();
    }
}
