package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Proof;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.enrolment.AnnounceBatch;
import org.yiwang.workflow.enrolment.DrawBatch;
import org.yiwang.workflow.enrolment.ReadEnrolment;

/** 批次: windows and results for everybody, announcing and drawing for the department. */
@Path("/enrolment")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadEnrolment readEnrolment;

    @Inject
    AnnounceBatch announceBatch;

    @Inject
    DrawBatch drawBatch;

    /** 事项的批次. */
    public record Windows(List<ReadEnrolment.Window> items) {}

    /** 不在批次: {@code entry} is missing. */
    public record OfCase(ReadEnrolment.OfCase entry) {}

    /** 确认. */
    public record Confirmed(String confirmation) {}

    @GET
    @Path("/items/{code}")
    @OpenToAll
    public Windows of(@PathParam("code") String code) {
        return new Windows(readEnrolment.of(code));
    }

    @POST
    @Path("/items/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response announce(@PathParam("code") String code, AnnounceBatch.Announcement given) {
        return call.once(201, () -> announceBatch.announce(current.actor(), code, given));
    }

    @GET
    @Path("/{id}")
    @OpenToAll
    public ReadEnrolment.Whole whole(@PathParam("id") String id) {
        return readEnrolment.whole(Uuids.parse(id, "这个批次"));
    }

    @POST
    @Path("/{id}/draw")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response draw(@PathParam("id") String id, Confirmed given) {
        UUID batch = Uuids.parse(id, "这个批次");
        String confirmation = given.confirmation() == null ? "" : given.confirmation();
        return call.once(200, () -> drawBatch.draw(current.actor(), batch, new Proof(current.token(), confirmation)));
    }

    @GET
    @Path("/cases/{caseNo}")
    public OfCase ofCase(@PathParam("caseNo") String caseNo) {
        return new OfCase(readEnrolment
                .ofCase(current.actor(), CaseResource.number(caseNo))
                .orElse(null));
    }
}
