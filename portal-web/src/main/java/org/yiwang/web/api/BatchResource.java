package org.yiwang.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.yiwang.forms.identity.Proof;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.batch.BatchView;
import org.yiwang.workflow.batch.OrderBatch;
import org.yiwang.workflow.batch.ReadBatches;
import org.yiwang.workflow.casefile.CaseAction;

/** 批量办理: one action over many cases, with what became of each. */
@Path("/batches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    OrderBatch orders;

    @Inject
    ReadBatches batches;

    /** 批量内容; the confirmation is a fresh proof, for decisions. */
    public record Order(CaseAction action, List<OrderBatch.Selected> items, ObjectNode fields, String confirmation) {}

    @GET
    public Paging.Page<BatchView> mine() {
        return new Paging.Page<>(batches.mine(current.actor()), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(Order order) {
        Proof proof = order.confirmation() == null ? Proof.NONE : new Proof(current.token(), order.confirmation());
        return call.once(
                202,
                () -> orders.order(
                        current.actor(), new OrderBatch.Order(order.action(), order.items(), order.fields()), proof));
    }

    @GET
    @Path("/{id}")
    public BatchView one(@PathParam("id") String id) {
        return batches.one(current.actor(), Uuids.parse(id, "这个批次"));
    }

    @GET
    @Path("/{id}/lines")
    public Paging.Page<BatchView.Line> lines(
            @PathParam("id") String id,
            @QueryParam("refused") boolean refused,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        ReadBatches.Page page =
                batches.lines(current.actor(), Uuids.parse(id, "这个批次"), refused, paging.after(), paging.limit());
        return new Paging.Page<>(page.items(), page.next());
    }
}
