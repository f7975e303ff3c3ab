package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.staff.DecideRights;
import org.yiwang.workflow.staff.ReadStaff;
import org.yiwang.workflow.staff.RightsOrder;
import org.yiwang.workflow.staff.StaffEvent;

/** 授权申请: what waits for a second security administrator, and the log that the audit administrator reads. */
@Path("/rights-orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RightsResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadStaff readStaff;

    @Inject
    DecideRights decide;

    @GET
    public Paging.Page<RightsOrder> open() {
        return new Paging.Page<>(readStaff.open(current.actor()), null);
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@PathParam("id") String id, DecideRights.Answer answer) {
        return call.once(200, () -> decide.decide(current.actor(), Uuids.parse(id, "这份授权申请"), answer));
    }

    @GET
    @Path("/log")
    public Paging.Page<StaffEvent> log(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        return paging.page(
                readStaff.log(current.actor(), before(paging.after()), paging.toRead()),
                event -> Long.toString(event.id()),
                Function.identity());
    }

    /** The log goes backwards: what comes after a line is older. */
    private static long before(String after) {
        if (after == null) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("\\d{1,18}")) {
            throw ApiProblem.invalid("after", "FORMAT", "翻页标记 after 应原样取自上一页的 next。");
        }
        return Long.parseLong(after);
    }
}
