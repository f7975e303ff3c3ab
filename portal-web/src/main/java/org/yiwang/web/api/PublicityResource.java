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
import java.util.List;
import java.util.UUID;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.publicity.RaiseObjection;
import org.yiwang.workflow.publicity.ReadPublicity;

/** 公示: what is shown to the public now, and objections to it. */
@Path("/publicity")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PublicityResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadPublicity readPublicity;

    @Inject
    RaiseObjection raiseObjection;

    /** 异议. */
    public record Objecting(String reason) {}

    /** 异议编号. */
    public record Raised(UUID id) {}

    /** 本人的异议. */
    public record Objections(List<ReadPublicity.Objection> items) {}

    @GET
    @OpenToAll
    public ReadPublicity.Board board(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        return readPublicity.open(paging.after(), paging.limit());
    }

    @GET
    @Path("/{id}")
    @OpenToAll
    public ReadPublicity.Notice one(@PathParam("id") String id) {
        return readPublicity.one(Uuids.parse(id, "这份公示"));
    }

    @GET
    @Path("/{id}/objections")
    public Objections mine(@PathParam("id") String id) {
        return new Objections(readPublicity.mine(current.actor(), Uuids.parse(id, "这份公示")));
    }

    @POST
    @Path("/{id}/objections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response object(@PathParam("id") String id, Objecting given) {
        UUID publicity = Uuids.parse(id, "这份公示");
        return call.once(201, () -> new Raised(raiseObjection.raise(current.actor(), publicity, given.reason())));
    }

    @GET
    @Path("/cases/{caseNo}")
    public ReadPublicity.OfCase ofCase(@PathParam("caseNo") String caseNo) {
        return readPublicity.ofCase(current.actor(), CaseResource.number(caseNo));
    }
}
