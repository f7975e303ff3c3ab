package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.worklist.WorkPart;
import org.yiwang.workflow.worklist.WorkQueue;

/** 待办: what waits for this officer or for his posts. */
@Path("/work-items")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WorkItemResource {

    @Inject
    CurrentActor current;

    @Inject
    WorkQueue queue;

    @GET
    public Paging.Page<WorkItemReply> list(
            @QueryParam("queue") String which,
            @QueryParam("item") String item,
            @QueryParam("light") String light,
            @QueryParam("q") String text,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        WorkQueue.Filter filter = new WorkQueue.Filter(given(item), light(given(light)), given(text));
        WorkQueue.Page page = queue.list(current.actor(), which(which), filter, paging.after(), paging.limit());
        return new Paging.Page<>(page.items().stream().map(WorkItemReply::of).toList(), page.next());
    }

    private static WorkQueue.Queue which(String text) {
        if (text == null || text.isBlank() || text.equals("mine")) {
            return WorkQueue.Queue.MINE;
        }
        if (text.equals("department")) {
            return WorkQueue.Queue.DEPARTMENT;
        }
        if (text.equals("paused")) {
            return WorkQueue.Queue.PAUSED;
        }
        if (text.equals("deputy")) {
            return WorkQueue.Queue.DEPUTY;
        }
        if (text.equals("asked")) {
            return WorkQueue.Queue.ASKED;
        }
        throw ApiProblem.invalid(
                "queue",
                "UNKNOWN_VALUE",
                "待办列表 queue 应为 mine（我的）、department（本岗位的）、deputy（我代理的）、asked（征求我的意见的）或 paused（暂停的）。");
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static TrafficLight light(String text) {
        return text == null
                ? null
                : Stream.of(TrafficLight.RED, TrafficLight.YELLOW, TrafficLight.GREEN)
                        .filter(value -> value.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.invalid(
                                "light", "UNKNOWN_VALUE", "筛选条件 light 应为 RED（已超期）、YELLOW（将到期）或 GREEN（正常）。"));
    }

    /**
     * 待办答复.
     *
     * @param assignee MINE, COLLEAGUE, or null while nobody has claimed it; officers' internal ids stay inside
     */
    public record WorkItemReply(
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
            String assignee,
            WorkPart part,
            boolean urgent,
            long version) {

        static WorkItemReply of(WorkQueue.Line line) {
            String colleague = line.assigneeId() == null ? null : "COLLEAGUE";
            return new WorkItemReply(
                    line.id(),
                    line.caseNo(),
                    line.itemCode(),
                    line.item(),
                    line.applicant(),
                    line.step(),
                    line.stepName(),
                    line.queue(),
                    line.dueOn(),
                    line.light(),
                    line.mine() ? "MINE" : colleague,
                    line.part(),
                    line.urgent(),
                    line.version());
        }
    }
}
