package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.office.ApproveItem;
import org.yiwang.forms.catalogue.office.DraftItem;
import org.yiwang.forms.catalogue.office.ItemDraft;
import org.yiwang.forms.catalogue.office.OpenedDraft;
import org.yiwang.forms.catalogue.office.Proof;
import org.yiwang.forms.catalogue.office.ProveItem;
import org.yiwang.forms.catalogue.office.ReadItems;
import org.yiwang.forms.catalogue.office.ResumeItem;
import org.yiwang.forms.catalogue.office.RetireItem;
import org.yiwang.forms.catalogue.office.ReturnItem;
import org.yiwang.forms.catalogue.office.ScheduleItem;
import org.yiwang.forms.catalogue.office.SubmitItemForReview;
import org.yiwang.forms.catalogue.office.SuspendItem;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;

/** 事项后台: new versions drawn up, reviewed and put into use, and items suspended, resumed and retired. */
@Path("/admin/items")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ItemOfficeResource {

    private static final String ZIP = "application/zip";

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadItems read;

    @Inject
    DraftItem draftItem;

    @Inject
    ProveItem prove;

    @Inject
    SubmitItemForReview submit;

    @Inject
    ApproveItem approve;

    @Inject
    ReturnItem returnItem;

    @Inject
    ScheduleItem schedule;

    @Inject
    SuspendItem suspend;

    @Inject
    ResumeItem resume;

    @Inject
    RetireItem retire;

    /** 事项一览. */
    public record Known(List<ReadItems.Line> items) {}

    /** 草案答复; {@code problems} is what would keep it from being published, short of playing its scenarios. */
    public record DraftOpened(
            ItemDraft draft, List<String> files, int currentVersion, boolean behind, List<Problem> problems) {

        static DraftOpened of(OpenedDraft opened) {
            return new DraftOpened(
                    opened.draft(), opened.files(), opened.currentVersion(), opened.behind(), opened.problems());
        }
    }

    /** 所见版本: for what needs no words. */
    public record Seen(Long seenVersion) {

        long need() {
            new Given().need("seenVersion", seenVersion).orRefuse();
            return seenVersion;
        }
    }

    /** 附言: what was changed and why, or why an item takes applications again. */
    public record Words(Long seenVersion, String words, LocalDate effectiveOn) {}

    /** 审核. */
    public record Review(Long seenVersion, String opinion, LocalDate effectiveOn) {}

    /** 停办: suspension, or retirement on a day. */
    public record Stop(Long seenVersion, String reason, String instead, LocalDate on) {}

    @GET
    public Known list(
            @QueryParam("q") String text,
            @QueryParam("department") String department,
            @QueryParam("state") String state) {
        return new Known(read.list(current.actor(), new ReadItems.Query(text, department, state)));
    }

    @GET
    @Path("/{code}")
    public ReadItems.Detail item(@PathParam("code") String code) {
        return read.item(current.actor(), ItemResource.code(code));
    }

    @GET
    @Path("/{code}/versions/{number}/package")
    @Produces({ZIP, ProblemBody.MEDIA_TYPE})
    public Response version(@PathParam("code") String code, @PathParam("number") String number) {
        if (!number.matches("\\d{1,6}")) {
            throw Refusal.notFound("该事项的这个版本");
        }
        int which = Integer.parseInt(number);
        return zip(read.versionZip(current.actor(), ItemResource.code(code), which), code + "-" + which);
    }

    @POST
    @Path("/{code}/drafts")
    public Response start(@PathParam("code") String code) {
        return call.once(201, () -> draftItem.start(current.actor(), ItemResource.code(code)));
    }

    /** A package written elsewhere: a new item, or a new version of one there is. */
    @POST
    @Path("/drafts")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response bring(List<EntityPart> parts) {
        SentFile file = SentFile.of(parts);
        call.body(file.digest());
        return call.once(201, () -> draftItem.bring(current.actor(), file.content()));
    }

    @GET
    @Path("/drafts/{id}")
    public Response draft(@PathParam("id") UUID id) {
        OpenedDraft opened = read.draft(current.actor(), id);
        return Response.ok(DraftOpened.of(opened))
                .header("ETag", Versions.tag(opened.draft().version()))
                .build();
    }

    @GET
    @Path("/drafts/{id}/package")
    @Produces({ZIP, ProblemBody.MEDIA_TYPE})
    public Response draftZip(@PathParam("id") UUID id) {
        return zip(read.zip(current.actor(), id), "draft-" + id);
    }

    @PUT
    @Path("/drafts/{id}/package")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public ItemDraft replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, List<EntityPart> parts) {
        return draftItem.replace(
                current.actor(), id, Versions.seen(ifMatch), SentFile.of(parts).content());
    }

    @GET
    @Path("/drafts/{id}/file")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, ProblemBody.MEDIA_TYPE})
    public Response file(@PathParam("id") UUID id, @QueryParam("path") String path) {
        byte[] bytes = read.files(current.actor(), id).get(path == null ? "" : path);
        if (bytes == null) {
            throw Refusal.notFound("草案的这个文件");
        }
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM).build();
    }

    /** One JSON file of it, byte for byte; other files come with the whole package. */
    @PUT
    @Path("/drafts/{id}/file")
    @Consumes(MediaType.APPLICATION_JSON)
    public ItemDraft save(
            @PathParam("id") UUID id,
            @QueryParam("path") String path,
            @HeaderParam("If-Match") String ifMatch,
            byte[] body) {
        if (path == null || !path.endsWith(".json")) {
            throw Refusal.invalid("path", "PATH", "这里只保存 JSON 文件；其他文件请随整个事项包导入。");
        }
        return draftItem.save(current.actor(), id, Versions.seen(ifMatch), path, body);
    }

    /** Everything that has to hold before it may be submitted, scenarios played; changes nothing. */
    @GET
    @Path("/drafts/{id}/proof")
    public Proof proof(@PathParam("id") UUID id) {
        return prove.prove(current.actor(), id);
    }

    @POST
    @Path("/drafts/{id}/submission")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(@PathParam("id") UUID id, Words words) {
        new Given().need("seenVersion", words.seenVersion()).orRefuse();
        // Before the transaction that keeps the reply: scenarios are played in one that never commits.
        Proof proof = prove.prove(current.actor(), id);
        return call.once(
                200,
                () -> submit.submit(
                        current.actor(),
                        id,
                        words.seenVersion(),
                        proof,
                        Optional.ofNullable(words.effectiveOn()),
                        words.words()));
    }

    @POST
    @Path("/drafts/{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(@PathParam("id") UUID id, Review review) {
        new Given().need("seenVersion", review.seenVersion()).orRefuse();
        return call.once(
                200,
                () -> approve.approve(
                        current.actor(), id, review.seenVersion(), review.effectiveOn(), review.opinion()));
    }

    @POST
    @Path("/drafts/{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response back(@PathParam("id") UUID id, Review review) {
        new Given().need("seenVersion", review.seenVersion()).orRefuse();
        return call.once(200, () -> returnItem.back(current.actor(), id, review.seenVersion(), review.opinion()));
    }

    @POST
    @Path("/drafts/{id}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reschedule(@PathParam("id") UUID id, Review review) {
        new Given().need("seenVersion", review.seenVersion()).orRefuse();
        return call.once(
                200, () -> schedule.reschedule(current.actor(), id, review.seenVersion(), review.effectiveOn()));
    }

    @POST
    @Path("/drafts/{id}/take-back")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response takeBack(@PathParam("id") UUID id, Seen seen) {
        return call.once(200, () -> draftItem.takeBack(current.actor(), id, seen.need()));
    }

    @POST
    @Path("/drafts/{id}/rebase")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rebase(@PathParam("id") UUID id, Seen seen) {
        return call.once(200, () -> draftItem.rebase(current.actor(), id, seen.need()));
    }

    @POST
    @Path("/drafts/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response discard(@PathParam("id") UUID id, Seen seen) {
        return call.once(200, () -> draftItem.discard(current.actor(), id, seen.need()));
    }

    @POST
    @Path("/{code}/suspension")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response suspend(@PathParam("code") String code, Stop stop) {
        new Given().need("seenVersion", stop.seenVersion()).orRefuse();
        return call.once(
                200,
                () -> suspend.suspend(
                        current.actor(), ItemResource.code(code), stop.seenVersion(), stop.reason(), stop.instead()));
    }

    @POST
    @Path("/{code}/resumption")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response resume(@PathParam("code") String code, Words words) {
        new Given().need("seenVersion", words.seenVersion()).orRefuse();
        return call.once(
                200, () -> resume.resume(current.actor(), ItemResource.code(code), words.seenVersion(), words.words()));
    }

    @POST
    @Path("/{code}/retirement")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response retire(@PathParam("code") String code, Stop stop) {
        new Given().need("seenVersion", stop.seenVersion()).orRefuse();
        return call.once(200, () -> proposed(code, stop));
    }

    private ItemStanding proposed(String code, Stop stop) {
        return retire.propose(
                current.actor(), ItemResource.code(code), stop.seenVersion(), stop.on(), stop.reason(), stop.instead());
    }

    @POST
    @Path("/{code}/retirement/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response confirm(@PathParam("code") String code, Seen seen) {
        return call.once(200, () -> retire.confirm(current.actor(), ItemResource.code(code), seen.need()));
    }

    @POST
    @Path("/{code}/retirement/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response drop(@PathParam("code") String code, Seen seen) {
        return call.once(200, () -> retire.drop(current.actor(), ItemResource.code(code), seen.need()));
    }

    private static Response zip(byte[] bytes, String name) {
        return Response.ok(bytes, ZIP)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"")
                .build();
    }
}
