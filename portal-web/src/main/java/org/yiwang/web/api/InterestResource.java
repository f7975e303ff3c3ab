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
import java.util.UUID;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.interest.ReadInterests;
import org.yiwang.workflow.interest.StateInterest;
import org.yiwang.workflow.interest.Statement;

/** 利害关系人: in which cases of others one was told that one's great interests are touched, and what one states to it. */
@Path("/interests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InterestResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadInterests read;

    @Inject
    StateInterest state;

    /** 与我有关的办件. */
    public record Matters(List<ReadInterests.Matter> items) {}

    @GET
    public Matters mine() {
        return new Matters(read.mine(current.actor()));
    }

    @GET
    @Path("/{id}")
    public ReadInterests.Matter one(@PathParam("id") String id) {
        return read.one(current.actor(), Uuids.parse(id, "这项告知"));
    }

    @POST
    @Path("/{id}/statement")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response state(@PathParam("id") String id, Statement given) {
        UUID about = Uuids.parse(id, "这项告知");
        return call.once(201, () -> {
            state.state(current.actor(), about, given);
            return read.one(current.actor(), about);
        });
    }
}
