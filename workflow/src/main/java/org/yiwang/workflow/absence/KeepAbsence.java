package org.yiwang.workflow.absence;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.absence.internal.Absences;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.organisation.Officer;

/**
 * 请假代理: an officer is away from one day to another, and a colleague who holds the same posts stands in: he sees that
 * officer's work and acts for him, which every event says. It ends by itself. Put down by the officer himself, the head of his
 * department or an administrator.
 */
@ApplicationScoped
public class KeepAbsence {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_DAYS = 366;

    @Inject
    Absences absences;

    @Inject
    Directory directory;

    @Inject
    Membership membership;

    @Inject
    Clock clock;

    /** 事由. */
    public enum Reason {
        /** 请假. */
        LEAVE,
        /** 出差. */
        TRIP,
        /** 培训. */
        TRAINING,
        /** 其他. */
        OTHER
    }

    /** 请假内容; both days included. */
    public record Order(String staffNo, String deputyStaffNo, LocalDate from, LocalDate to, Reason reason) {}

    /** 一行; {@code current} says whether it holds today. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id,
            String officer,
            String deputy,
            LocalDate from,
            LocalDate to,
            Reason reason,
            boolean current,
            Instant cancelledAt) {}

    @Transactional
    public Line put(Actor actor, Order order) {
        Officer away = whose(actor, order.staffNo());
        LocalDate today = today();
        dates(order, today);
        Officer deputy = deputy(away, order.deputyStaffNo());
        absences.lock();
        if (absences.overlaps(away.id(), order.from(), order.to())) {
            throw Refusal.conflict("ABSENT_ALREADY", away.name() + "在这段时间已有请假代理，请先取消或者另选日期。");
        }
        if (absences.overlaps(deputy.id(), order.from(), order.to())) {
            throw Refusal.invalid("deputyStaffNo", "ABSENT", deputy.name() + "在这段时间自己也请假，请另选代理人。");
        }
        if (absences.deputises(away.id(), order.from(), order.to())) {
            throw Refusal.conflict("IS_DEPUTY", away.name() + "在这段时间是其他同事的代理人，请先为那位同事另选代理人。");
        }
        UUID id = absences.add(away.id(), deputy.id(), order, actor.id(), clock.instant());
        return absences.find(id).map(row -> line(row, today)).orElseThrow();
    }

    private static void dates(Order order, LocalDate today) {
        if (order.from() == null || order.to() == null) {
            throw Refusal.invalid(order.from() == null ? "from" : "to", "REQUIRED", "请填写请假的第一天和最后一天。");
        }
        if (order.from().isBefore(today)) {
            throw Refusal.invalid("from", "OUT_OF_RANGE", "请假不能从今天以前开始。");
        }
        if (order.to().isBefore(order.from()) || order.to().isAfter(order.from().plusDays(LONGEST_DAYS))) {
            throw Refusal.invalid("to", "OUT_OF_RANGE", "最后一天应在第一天之后一年以内；不再回来的，请办理交接。");
        }
        if (order.reason() == null) {
            throw Refusal.invalid("reason", "REQUIRED", "请选择事由。");
        }
    }

    /** The deputy holds every post of the one who is away: whatever waits there he may do. */
    private Officer deputy(Officer away, String staffNo) {
        Officer deputy = directory
                .byStaffNo(staffNo == null ? "" : staffNo.strip())
                .orElseThrow(() -> Refusal.invalid("deputyStaffNo", "NO_SUCH_OFFICER", "请选择代理人（同岗位的在岗人员）。"));
        if (deputy.id() == away.id()) {
            throw Refusal.invalid("deputyStaffNo", "YOURSELF", "代理人不能是本人。");
        }
        if (away.posts().isEmpty() || !deputy.posts().containsAll(away.posts())) {
            throw Refusal.invalid(
                    "deputyStaffNo", "OTHER_POST", deputy.name() + "不在同一岗位；代理人须是同岗位人员，没有的请由部门负责人重新指定办理人。");
        }
        return deputy;
    }

    /** His own and those for whom he stands in, and for heads those of their department; the newest first. */
    @Transactional
    public List<Line> list(Actor actor) {
        requireOfficer(actor);
        LocalDate today = today();
        String department = membership.departmentOf(actor);
        List<Long> whose = membership.answersFor(actor, department)
                ? directory.officers().stream()
                        .filter(officer -> officer.department().equals(department))
                        .map(Officer::id)
                        .toList()
                : List.of(actor.id());
        return absences.of(whose, actor.id()).stream()
                .map(row -> line(row, today))
                .toList();
    }

    /** 提前结束: what was done meanwhile stays done for him. */
    @Transactional
    public void cancel(Actor actor, UUID id) {
        requireOfficer(actor);
        Absences.Row row = absences.find(id).orElseThrow(() -> Refusal.notFound("这条请假代理"));
        directory.officer(row.officer()).ifPresent(officer -> whose(actor, officer.staffNo()));
        absences.cancel(id, clock.instant());
    }

    private Officer whose(Actor actor, String staffNo) {
        requireOfficer(actor);
        Officer whose = staffNo == null || staffNo.isBlank()
                ? directory.officer(actor.id()).orElseThrow()
                : directory.byStaffNo(staffNo.strip()).orElseThrow(() -> Refusal.notFound("这名人员"));
        if (whose.id() != actor.id() && !actor.is(Role.ADMIN) && !membership.answersFor(actor, whose.department())) {
            throw Refusal.forbidden("只能登记本人的请假代理；他人的由其部门负责人或者管理员登记。");
        }
        return whose;
    }

    private Line line(Absences.Row row, LocalDate today) {
        boolean current = row.cancelledAt() == null && !today.isBefore(row.from()) && !today.isAfter(row.to());
        return new Line(
                row.id(),
                name(row.officer()),
                name(row.deputy()),
                row.from(),
                row.to(),
                row.reason(),
                current,
                row.cancelledAt());
    }

    private String name(long officer) {
        return directory.officer(officer).map(Officer::name).orElse("");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static void requireOfficer(Actor actor) {
        if (!actor.officer()) {
            throw Refusal.forbidden("请假代理只对工作人员开放。");
        }
    }
}
