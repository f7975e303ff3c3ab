package org.yiwang.workflow.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.worklist.internal.Turn;
import org.yiwang.workflow.worklist.internal.WorkItems;

/** 待办列表: the officer's own work and his posts' work, urgent first, then soonest due, by keyset and never counted. */
@ApplicationScoped
public class WorkQueue {

    private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    WorkItems items;

    @Inject
    Clock clock;

    /** 哪个列表. */
    public enum Queue {
        /** 我的待办: claimed by me. */
        MINE,
        /** 科室待办: in a queue of mine and nobody's yet, or a colleague's. */
        DEPARTMENT,
        /** 代理: of those for whom I stand in today. */
        DEPUTY,
        /** 征求我的意见: other posts ask mine. */
        ASKED,
        /** 暂停: of my posts, while the case waits for a special procedure or for the applicant. */
        PAUSED
    }

    /** 筛选; null means any. */
    public record Filter(String itemCode, TrafficLight light, String text) {

        public static final Filter NONE = new Filter(null, null, null);
    }

    /**
     * 一行待办.
     *
     * @param urgent 急: ordered to be done before everything else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id,
            String caseNo,
            String itemCode,
            String item,
            String applicant,
            String step,
            String stepName,
            String queue,
            LocalDate dueOn,
            TrafficLight light,
            Long assigneeId,
            boolean mine,
            WorkPart part,
            boolean urgent,
            long version) {}

    /** 一页; {@code next} is null on the last. */
    public record Page(List<Line> items, String next) {}

    @Transactional
    public Page list(Actor actor, Queue queue, Filter filter, String after, int limit) {
        if (!actor.officer()) {
            throw Refusal.forbidden("待办列表只对工作人员开放。");
        }
        int size = Math.max(1, Math.min(limit, 100));
        LocalDate today = LocalDate.ofInstant(clock.instant(), LEGAL_ZONE);
        boolean paused = queue == Queue.PAUSED;
        Turn from = Turn.parse(after);
        WorkItems.Avoided avoided = items.avoided(actor.id());
        List<WorkItems.Row> rows =
                switch (queue) {
                    case MINE -> items.of(List.of(actor.id()), avoided, filter, today, from, size + 1);
                    case DEPUTY ->
                        items.of(items.standsInFor(actor.id(), today), avoided, filter, today, from, size + 1);
                    default -> items.ofPosts(actor.posts(), queue, avoided, filter, today, from, size + 1);
                };
        List<Line> lines = rows.stream()
                .limit(size)
                .map(row -> row.line(actor.id(), today, paused))
                .toList();
        String next = rows.size() > size ? rows.get(size - 1).cursor() : null;
        return new Page(lines, next);
    }
}
