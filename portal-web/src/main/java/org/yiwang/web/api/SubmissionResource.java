package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.bundle.SubmitDraft;

/** 提交: a draft becomes a case, or an errand with its cases, once. */
@Path("/drafts/{id}/submission")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    SubmitDraft submitDraft;

    @POST
    public Response submit(@PathParam("id") UUID id) {
        return call.once(201, () -> {
            SubmitDraft.Done done = submitDraft.submit(current.actor(), id);
            return done.errand() == null ? done.single() : done.errand();
        });
    }
}
