package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.FreshView;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.absence.KeepAbsence;
import org.yiwang.workflow.avoidance.KeepTies;
import org.yiwang.workflow.batch.BatchView;
import org.yiwang.workflow.batch.OrderHandover;
import org.yiwang.workflow.batch.ReadBatches;
import org.yiwang.workflow.casefile.AvoidanceGround;
import org.yiwang.workflow.handling.KeepPhrases;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.organisation.Officer;

/** 我的岗位: who stands in for me, from what I keep out, what I write often, and for heads the hand-over of somebody who leaves. */
@Named("dutyPage")
@RequestScoped
public class DutyPage {

    @Inject
    KeepAbsence absences;

    @Inject
    KeepTies ties;

    @Inject
    KeepPhrases phrases;

    @Inject
    OrderHandover handovers;

    @Inject
    ReadBatches batches;

    @Inject
    Directory directory;

    @Inject
    Membership membership;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    public List<KeepAbsence.Line> getAbsences() {
        return absences.list(current.actor());
    }

    public List<KeepTies.Line> getTies() {
        return ties.of(current.actor(), null);
    }

    public List<KeepPhrases.Phrase> getPhrases() {
        return phrases.list(current.actor());
    }

    /** 部门负责人 or administrator. */
    public boolean isHead() {
        return current.actor().is(Role.ADMIN)
                || membership.answersFor(current.actor(), membership.departmentOf(current.actor()));
    }

    /** Who may stand in for him: colleagues with all his posts. */
    public List<DeskChoices.Choice> getDeputies() {
        return directory.officers().stream()
                .filter(officer -> officer.id() != current.actor().id())
                .filter(officer -> !current.actor().posts().isEmpty()
                        && officer.posts().containsAll(current.actor().posts()))
                .map(DutyPage::choice)
                .toList();
    }

    /** For heads: everybody else of the department; for administrators everybody. */
    public List<DeskChoices.Choice> getStaff() {
        String department = membership.departmentOf(current.actor());
        return directory.officers().stream()
                .filter(officer -> officer.id() != current.actor().id())
                .filter(officer ->
                        current.actor().is(Role.ADMIN) || officer.department().equals(department))
                .map(DutyPage::choice)
                .toList();
    }

    private static DeskChoices.Choice choice(Officer officer) {
        return new DeskChoices.Choice(officer.staffNo(), officer.name() + "（" + officer.staffNo() + "）");
    }

    public String tieText(AvoidanceGround kind) {
        return switch (kind) {
            case SELF -> "本人";
            case RELATIVE -> "亲属";
            case COMPANY -> "有利害关系的单位";
            case ORDERED -> "";
        };
    }

    /** What has just been done, in words. */
    public String getDone() {
        return switch (sent.typed("done")) {
            case "absence" -> "请假代理已登记，到期自行结束。";
            case "cancel" -> "请假代理已取消。";
            case "tie" -> "回避登记已保存，有关办件不再派给您。";
            case "phrase" -> "常用意见已保存。";
            case "removed" -> "常用意见已删去。";
            default -> "";
        };
    }

    public void putAbsence() throws IOException {
        run(
                "absence",
                () -> absences.put(
                        current.actor(),
                        new KeepAbsence.Order(
                                null,
                                sent.typed("deputyStaffNo"),
                                day("from"),
                                day("to"),
                                KeepAbsence.Reason.valueOf(
                                        sent.typed("absenceReason").isEmpty()
                                                ? "LEAVE"
                                                : sent.typed("absenceReason")))));
    }

    public void cancelAbsence() throws IOException {
        run("cancel", () -> absences.cancel(current.actor(), Uuids.parse(sent.typed("one"), "这次离岗登记")));
    }

    public void addTie() throws IOException {
        run(
                "tie",
                () -> ties.register(
                        current.actor(),
                        new KeepTies.Tie(
                                null,
                                sent.typed("kind").isEmpty() ? null : AvoidanceGround.valueOf(sent.typed("kind")),
                                sent.typed("name"),
                                sent.typed("number"))));
    }

    public void addPhrase() throws IOException {
        run(
                "phrase",
                () -> phrases.add(
                        current.actor(),
                        new KeepPhrases.Order(
                                sent.typed("text"), !sent.typed("department").isEmpty())));
    }

    public void removePhrase() throws IOException {
        run("removed", () -> phrases.remove(current.actor(), Uuids.parse(sent.typed("one"), "这条常用意见")));
    }

    /** 交接; goes on to its progress. */
    public void handOver() throws IOException {
        try {
            BatchView ordered = handovers.order(
                    current.actor(),
                    new OrderHandover.Handover(
                            sent.typed("staffNo"),
                            sent.typed("toStaffNo"),
                            !sent.typed("closes").isEmpty()));
            go("/desk/batch?id=" + ordered.id());
        } catch (Refusal refusal) {
            trouble(refusal);
        }
    }

    private LocalDate day(String name) {
        try {
            return sent.typed(name).isEmpty() ? null : LocalDate.parse(sent.typed(name));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(name, "FORMAT", "日期的格式不正确。");
        }
    }

    private void run(String word, Runnable work) throws IOException {
        try {
            work.run();
            go("/desk/duty?done=" + word);
        } catch (Refusal refusal) {
            trouble(refusal);
        } catch (IllegalArgumentException malformed) {
            page.trouble("", "页面不完整，请刷新后再试。");
        }
    }

    private void trouble(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            page.trouble("", refusal.getMessage());
        }
        for (Problem problem : refusal.problems()) {
            page.trouble(problem.path(), problem.message());
        }
        FreshView.show();
    }

    private void go(String to) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + to);
    }
}
