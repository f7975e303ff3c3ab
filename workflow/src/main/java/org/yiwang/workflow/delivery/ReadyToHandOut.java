package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.delivery.internal.HandOverLists;
import org.yiwang.workflow.worklist.WorkItem;

/** 出件清单: what the window has to make, to post, to hand out or to serve, urgent first, then soonest due, and what is in the post. */
@ApplicationScoped
public class ReadyToHandOut {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    @Inject
    HandOverLists lists;

    @Inject
    Clock clock;

    /** 哪一种; every kind of it when null. */
    public enum Task {
        /** 制证. */
        CERTIFY("certify", "制证"),
        /** 交寄. */
        POST("post", "交寄"),
        /** 待领取. */
        HAND_OUT("handout", "待领取"),
        /** 送达文书. */
        SERVE("serve", "送达文书");

        private final String step;
        private final String chinese;

        Task(String step, String chinese) {
            this.step = step;
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** 一行待出件. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String caseNo,
            String item,
            String applicant,
            Task task,
            LocalDate dueOn,
            TrafficLight light,
            boolean urgent) {}

    /** 一页; {@code next} is null on the last. */
    public record Page(List<Line> items, String next) {}

    /** 在途的一件. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mail(String caseNo, String item, String applicant, String trackingNo, Instant sentAt) {}

    /** Of the clerk's own posts; refuses others. */
    @Transactional
    public Page list(Actor actor, Task task, String after, int limit) {
        needClerk(actor);
        int size = Math.max(1, Math.min(limit, 100));
        LocalDate today = LegalDay.of(clock.instant());
        String[] from = after == null ? new String[0] : after.split("_", 3);
        List<HandOverLists.Row> rows = lists.waiting(
                actor.posts().stream().map(Post::toString).toList(),
                task == null ? "" : task.step,
                from.length == 3 ? (int) number(from[0]) : 0,
                from.length == 3 ? day(from[1]) : FIRST,
                from.length == 3 ? number(from[2]) : 0,
                size + 1);
        List<Line> lines =
                rows.stream().limit(size).map(row -> line(row, today)).toList();
        HandOverLists.Row last = rows.size() > size ? rows.get(size - 1) : null;
        return new Page(lines, last == null ? null : last.turn() + "_" + last.dueOn() + "_" + last.id());
    }

    /** What is in the post, the longest under way first. */
    @Transactional
    public List<Mail> underWay(Actor actor, int limit) {
        needClerk(actor);
        return lists.underWay(Math.max(1, Math.min(limit, 100))).stream()
                .map(m -> new Mail(m.caseNo(), m.itemName(), m.applicantMasked(), m.trackingNo(), m.orderedAt()))
                .toList();
    }

    private static void needClerk(Actor actor) {
        if (!actor.officer() || !actor.is(Role.CLERK)) {
            throw Refusal.forbidden("出件清单只对窗口人员开放。");
        }
    }

    private static Line line(HandOverLists.Row row, LocalDate today) {
        Task task = List.of(Task.values()).stream()
                .filter(t -> t.step.equals(row.step()))
                .findFirst()
                .orElseThrow();
        return new Line(
                row.caseNo(),
                row.itemName(),
                row.applicantMasked(),
                task,
                row.dueOn(),
                new Lights(row.dueOn(), row.yellowOn(), row.redOn(), false).on(today),
                row.turn() == WorkItem.URGENT);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException wrong) {
            return FIRST;
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            return 0;
        }
    }
}
