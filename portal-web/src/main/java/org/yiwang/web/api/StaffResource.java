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
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.staff.ProposeRights;
import org.yiwang.workflow.staff.ReadStaff;
import org.yiwang.workflow.staff.StaffMember;

/** 人员和权限: who may do what, and a change proposed. */
@Path("/staff")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StaffResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadStaff readStaff;

    @Inject
    ProposeRights propose;

    @GET
    public Paging.Page<StaffMember> list(
            @QueryParam("department") String department,
            @QueryParam("q") String text,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        return paging.page(
                readStaff.list(current.actor(), given(department), given(text), given(paging.after()), paging.toRead()),
                StaffMember::staffNo,
                Function.identity());
    }

    @GET
    @Path("/{staffNo}")
    public StaffMember find(@PathParam("staffNo") String staffNo) {
        return readStaff.find(current.actor(), staffNo);
    }

    @POST
    @Path("/{staffNo}/rights")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@PathParam("staffNo") String staffNo, ProposeRights.Order order) {
        return call.once(201, () -> propose.propose(current.actor(), staffNo, order));
    }

    private static String given(String text) {
        return text == null ? "" : text.strip();
    }
}
