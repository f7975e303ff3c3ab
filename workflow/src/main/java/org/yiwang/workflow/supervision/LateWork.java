package org.yiwang.workflow.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.supervision.internal.LateItems;
import org.yiwang.workflow.worklist.Cursor;

/** 谁超期: late work by department and person, the oldest first; read by key, never counted. */
@ApplicationScoped
public class LateWork {

    @Inject
    LateItems items;

    @Inject
    Membership membership;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /** 一行; {@code daysLate} are natural days after the last good one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String caseNo,
            String item,
            String step,
            String department,
            String departmentName,
            String officer,
            LocalDate dueOn,
            long daysLate) {}

    /** 一页; {@code next} is null on the last. */
    public record Page(List<Line> items, String next) {}

    /**
     * Late work.
     *
     * @param department code; null for all. Who is no supervisor sees his own only
     * @param staffNo 工号 of who has it; null for all
     */
    @Transactional
    public Page list(Actor actor, String department, String staffNo, String after, int limit) {
        String of = scope(actor, department);
        Long officer = staffNo == null
                ? null
                : directory
                        .byStaffNo(staffNo)
                        .map(Officer::id)
                        .orElseThrow(() -> Refusal.invalid("officer", "UNKNOWN_VALUE", "没有工号为 " + staffNo + " 的人员。"));
        int size = Math.max(1, Math.min(limit, 100));
        LocalDate today = LegalDay.of(clock.instant());
        List<LateItems.Row> rows = items.late(today, of, officer, Cursor.parse(after), size + 1);
        List<Line> lines =
                rows.stream().limit(size).map(row -> line(row, today)).toList();
        return new Page(lines, rows.size() > size ? rows.get(size - 1).cursor().toString() : null);
    }

    private String scope(Actor actor, String department) {
        if (actor.officer() && (actor.is(Role.SUPERVISOR) || actor.is(Role.ADMIN))) {
            return department;
        }
        String own = membership.departmentOf(actor);
        if (own.isEmpty() || department != null && !department.equals(own)) {
            throw Refusal.forbidden("超期清单只对本部门和监督人员开放。");
        }
        return own;
    }

    private Line line(LateItems.Row row, LocalDate today) {
        return new Line(
                row.cursor().caseNo(),
                row.itemName(),
                row.stepName(),
                row.department(),
                membership.name(row.department()),
                row.assignee() == null
                        ? null
                        : directory.officer(row.assignee()).map(Officer::name).orElse(""),
                row.cursor().dueOn(),
                ChronoUnit.DAYS.between(row.cursor().dueOn(), today));
    }
}
