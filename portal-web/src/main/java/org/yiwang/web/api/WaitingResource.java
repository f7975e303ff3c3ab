package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.waiting.ReadWaiting;
import org.yiwang.workflow.waiting.ReleasePlaces;

/** 轮候: one's own place in a list, and for the department the list and what becomes free. */
@Path("/waiting-lists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WaitingResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadWaiting readWaiting;

    @Inject
    ReleasePlaces releasePlaces;

    /** 不在轮候: {@code waiting} is missing. */
    public record OfCase(ReadWaiting.OfCase waiting) {}

    /** 投放. */
    public record Release(List<String> places) {}

    @GET
    @Path("/cases/{caseNo}")
    public OfCase ofCase(@PathParam("caseNo") String caseNo) {
        return new OfCase(
                readWaiting.ofCase(current.actor(), CaseResource.number(caseNo)).orElse(null));
    }

    @GET
    @Path("/{list}")
    public ReadWaiting.WaitingList list(@PathParam("list") String list) {
        return readWaiting.list(current.actor(), list);
    }

    @POST
    @Path("/{list}/places")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response release(@PathParam("list") String list, Release given) {
        return call.once(201, () -> releasePlaces.release(current.actor(), list, given.places()));
    }
}
