package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.document.ReadDocument;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.ReadCase;

/** 文书: the signed PDF, for those who see it in its case. */
@Path("/documents")
@RequestScoped
public class DocumentResource {

    @Inject
    CurrentActor current;

    @Inject
    ReadCase readCase;

    @Inject
    ReadDocument readDocument;

    @GET
    @Path("/{id}")
    @Produces("application/pdf")
    public Response pdf(@PathParam("id") UUID id) {
        DocumentView document = readCase.document(current.actor(), id);
        return Response.ok(readDocument.pdf(id))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + document.verificationCode() + ".pdf\"")
                .build();
    }
}
