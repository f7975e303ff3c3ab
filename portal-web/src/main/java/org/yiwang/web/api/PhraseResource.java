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
import org.yiwang.workflow.handling.KeepPhrases;

/** 常用意见: of this officer and of his department. */
@Path("/phrases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PhraseResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    KeepPhrases phrases;

    @GET
    public Paging.Page<KeepPhrases.Phrase> list() {
        return new Paging.Page<>(phrases.list(current.actor()), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(KeepPhrases.Order order) {
        return call.once(201, () -> phrases.add(current.actor(), order));
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id) {
        phrases.remove(current.actor(), Uuids.parse(id, "这条常用意见"));
        return Response.noContent().build();
    }
}
