package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.absence.KeepAbsence;

/** 请假代理: who is away and who stands in. */
@Path("/absences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AbsenceResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    KeepAbsence absences;

    @GET
    public Paging.Page<KeepAbsence.Line> list() {
        return new Paging.Page<>(absences.list(current.actor()), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(KeepAbsence.Order order) {
        return call.once(201, () -> absences.put(current.actor(), order));
    }

    @DELETE
    @Path("/{id}")
    public Response cancel(@PathParam("id") String id) {
        absences.cancel(current.actor(), Uuids.parse(id, "这条请假代理"));
        return Response.noContent().build();
    }
}
