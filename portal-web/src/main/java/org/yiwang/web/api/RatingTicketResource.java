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
import java.util.UUID;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.rating.HandleTicket;
import org.yiwang.workflow.rating.ReadTickets;

/** 差评工单: what the department and the supervisors do about a bad grade. */
@Path("/rating-tickets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RatingTicketResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadTickets read;

    @Inject
    HandleTicket handle;

    @GET
    public Paging.Page<ReadTickets.Line> list(
            @QueryParam("ended") String ended, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        ReadTickets.Page page = read.list(current.actor(), "true".equals(ended), paging.after(), paging.limit());
        return new Paging.Page<>(page.items(), page.next());
    }

    @GET
    @Path("/{id}")
    public ReadTickets.View read(@PathParam("id") String id) {
        return read.read(current.actor(), Uuids.parse(id, "这张差评工单"));
    }

    @POST
    @Path("/{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response act(@PathParam("id") String id, HandleTicket.Step step) {
        UUID ticket = Uuids.parse(id, "这张差评工单");
        return call.once(200, () -> handle.perform(current.actor(), ticket, step));
    }
}
