package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.yiwang.forms.catalogue.PublishPackage;
import org.yiwang.web.security.CurrentActor;

/** 事项包: an administrator publishes a service, or a new version of one, while the platform runs. */
@Path("/packages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PackageResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    PublishPackage publishPackage;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response publish(List<EntityPart> parts) {
        SentFile file = SentFile.of(parts);
        call.body(file.digest());
        return call.once(200, () -> published(file));
    }

    private PublishedReply published(SentFile file) {
        PublishPackage.Published done = publishPackage.publish(current.actor(), file.content());
        return new PublishedReply(done.code().value(), done.number(), done.added());
    }

    /** 发布答复; {@code added} is false if these very files were published before. */
    public record PublishedReply(String itemCode, int version, boolean added) {}
}
