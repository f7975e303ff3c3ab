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
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.bundle.SubmitBundle;
import org.yiwang.workflow.intake.SubmitCase;

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
    SubmitCase submitCase;

    @Inject
    SubmitBundle submitBundle;

    @Inject
    ReadDraft readDraft;

    @POST
    public Response submit(@PathParam("id") UUID id) {
        boolean errand = readDraft.read(current.actor(), id).item().bundle().isPresent();
        return call.once(
                201, () -> errand ? submitBundle.submit(current.actor(), id) : submitCase.submit(current.actor(), id));
    }
}
