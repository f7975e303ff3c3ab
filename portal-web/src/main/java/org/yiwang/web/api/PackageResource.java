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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.yiwang.forms.catalogue.ExportPackage;
import org.yiwang.forms.catalogue.PublishPackage;
import org.yiwang.web.security.CurrentActor;

/** 事项包: an administrator publishes a service, or a new version of one, while the platform runs, and takes one out again. */
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

    @Inject
    ExportPackage exportPackage;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response publish(List<EntityPart> parts) {
        SentFile file = SentFile.of(parts);
        call.body(file.digest());
        return call.once(200, () -> published(file));
    }

    /** A published version as the zip it can be published from again; without a number the one in use. */
    @GET
    @Path("/{itemCode}")
    @Produces({"application/zip", ProblemBody.MEDIA_TYPE})
    public Response export(@PathParam("itemCode") String itemCode, @QueryParam("version") String version) {
        ExportPackage.Exported done =
                exportPackage.export(current.actor(), ItemResource.code(itemCode), number(version));
        String name = done.code().value() + "-" + done.number() + ".zip";
        return Response.ok(done.zip(), "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static int number(String version) {
        if (version == null) {
            return 0;
        }
        if (!version.matches("[1-9]\\d{0,4}")) {
            throw ApiProblem.invalid("version", "WRONG_TYPE", "参数“version”应为版本号（正整数）。");
        }
        return Integer.parseInt(version);
    }

    private PublishedReply published(SentFile file) {
        PublishPackage.Published done = publishPackage.publish(current.actor(), file.content());
        return new PublishedReply(done.code().value(), done.number(), done.added());
    }

    /** 发布答复; {@code added} is false if these very files were published before. */
    public record PublishedReply(String itemCode, int version, boolean added) {}
}
