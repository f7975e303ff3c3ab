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
import org.yiwang.workflow.supervision.AnswerOrder;
import org.yiwang.workflow.supervision.AppealLight;
import org.yiwang.workflow.supervision.DecideAppeal;
import org.yiwang.workflow.supervision.IssueOrder;
import org.yiwang.workflow.supervision.LateWork;
import org.yiwang.workflow.supervision.ReadOrders;

/** 督办: orders, replies, appeals against a light, and who is late. */
@Path("/supervision")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SupervisionResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadOrders read;

    @Inject
    IssueOrder issue;

    @Inject
    AnswerOrder answer;

    @Inject
    AppealLight appeal;

    @Inject
    DecideAppeal decide;

    @Inject
    LateWork late;

    @GET
    @Path("/orders")
    public Paging.Page<ReadOrders.Line> list(
            @QueryParam("closed") String closed, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        ReadOrders.Page page = read.list(current.actor(), "true".equals(closed), paging.after(), paging.limit());
        return new Paging.Page<>(page.items(), page.next());
    }

    @POST
    @Path("/orders")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(IssueOrder.Demand demand) {
        new Given().need("caseNo", demand.caseNo()).orRefuse();
        return call.once(201, () -> issue.issue(current.actor(), demand));
    }

    @GET
    @Path("/orders/{id}")
    public ReadOrders.View read(@PathParam("id") String id) {
        return read.read(current.actor(), Uuids.parse(id, "这张督办单"));
    }

    @POST
    @Path("/orders/{id}/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reply(@PathParam("id") String id, AnswerOrder.Reply reply) {
        UUID order = Uuids.parse(id, "这张督办单");
        return call.once(200, () -> answer.reply(current.actor(), order, reply));
    }

    @POST
    @Path("/orders/{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(@PathParam("id") String id, AnswerOrder.Closing closing) {
        UUID order = Uuids.parse(id, "这张督办单");
        return call.once(200, () -> answer.close(current.actor(), order, closing));
    }

    @POST
    @Path("/orders/{id}/appeals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response appeal(@PathParam("id") String id, AppealLight.Request request) {
        UUID order = Uuids.parse(id, "这张督办单");
        return call.once(201, () -> appeal.ask(current.actor(), order, request));
    }

    @POST
    @Path("/appeals/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@PathParam("id") String id, DecideAppeal.Decision decision) {
        UUID asked = Uuids.parse(id, "这项纠偏申请");
        return call.once(200, () -> decide.decide(current.actor(), asked, decision));
    }

    @GET
    @Path("/late")
    public Paging.Page<LateWork.Line> late(
            @QueryParam("department") String department,
            @QueryParam("officer") String officer,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        LateWork.Page page =
                late.list(current.actor(), given(department), given(officer), paging.after(), paging.limit());
        return new Paging.Page<>(page.items(), page.next());
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
