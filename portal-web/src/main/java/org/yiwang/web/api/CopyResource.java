package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.handling.ReadCopies;

/** 抄送我的: cases somebody let this officer know of. */
@Path("/copies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CopyResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadCopies copies;

    @GET
    public Paging.Page<ReadCopies.Line> mine(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        ReadCopies.Page page = copies.mine(current.actor(), paging.after(), paging.limit());
        return new Paging.Page<>(page.items(), page.next());
    }

    /** 已阅. */
    @POST
    @Path("/{id}/receipt")
    public Response receipt(@PathParam("id") String id) {
        UUID copy = Uuids.parse(id, "这份抄送");
        return call.once(200, () -> {
            copies.receipt(current.actor(), copy);
            return Map.of("id", copy);
        });
    }
}
