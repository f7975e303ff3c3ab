package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.batch.OrderHandover;

/** 交接: all work of one officer to another. */
@Path("/handovers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HandoverResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    OrderHandover orders;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(OrderHandover.Handover handover) {
        return call.once(202, () -> orders.order(current.actor(), handover));
    }
}
