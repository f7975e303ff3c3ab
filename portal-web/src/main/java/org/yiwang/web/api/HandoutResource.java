package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.delivery.ReadyToHandOut;

/** 出件清单: what the window has to make, to post, to hand out or to serve. */
@Path("/handouts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HandoutResource {

    @Inject
    CurrentActor current;

    @Inject
    ReadyToHandOut ready;

    @GET
    public Paging.Page<ReadyToHandOut.Line> list(
            @QueryParam("task") String task, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        ReadyToHandOut.Page page = ready.list(current.actor(), task(task), paging.after(), paging.limit());
        return new Paging.Page<>(page.items(), page.next());
    }

    private static ReadyToHandOut.Task task(String text) {
        return text == null || text.isBlank()
                ? null
                : Arrays.stream(ReadyToHandOut.Task.values())
                        .filter(task -> task.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.invalid(
                                "task", "UNKNOWN_VALUE", "出件种类 task 应为 CERTIFY、POST、HAND_OUT 或 SERVE。"));
    }
}
