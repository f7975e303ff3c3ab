package org.yiwang.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.filling.AttachMaterial;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.LookUpPapers;
import org.yiwang.forms.filling.PromiseLater;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.filling.ReuseMaterial;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.filling.StartDraft;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.PartyView;
import org.yiwang.forms.identity.RegisterParty;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;

/** 草稿: filling in, from the first answer to submission. */
@Path("/drafts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    StartDraft startDraft;

    @Inject
    RegisterParty registerParty;

    @Inject
    ReadDraft readDraft;

    @Inject
    SaveDraft saveDraft;

    @Inject
    AttachMaterial attachMaterial;

    @Inject
    PromiseLater promiseLater;

    @Inject
    ReuseMaterial reuseMaterial;

    @Inject
    LookUpPapers lookUpPapers;

    /**
     * 新草稿请求.
     *
     * @param onBehalfOf the party he acts for; a mandate must stand
     * @param applicant who stands at the window; for clerks only
     */
    public record Start(String itemCode, UUID onBehalfOf, Applicant applicant) {}

    /**
     * 窗口申请人.
     *
     * @param representative identity card number of an organisation's legal representative; kept only as a hash
     */
    public record Applicant(String name, String idType, String number, String phone, String representative) {

        /** Without personal data: this may end up in a log. */
        @Override
        public String toString() {
            return "applicant";
        }
    }

    /** 送达选择请求; no consent unless it is given. */
    public record Choice(ServiceMethod method, String address, String phone, Boolean eServiceConsent) {

        ServiceChoice choice() {
            return new ServiceChoice(method, address, phone, Boolean.TRUE.equals(eServiceConsent));
        }

        /** Without address and phone: this may end up in a log. */
        @Override
        public String toString() {
            return "choice";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(Start given) {
        new Given().need("itemCode", given.itemCode()).orRefuse();
        if (given.applicant() != null && given.onBehalfOf() != null) {
            throw Refusal.invalid("onBehalfOf", "EITHER_OR", "onBehalfOf 与 applicant 只能填一个。");
        }
        ItemCode item = ItemResource.code(given.itemCode());
        Response made = call.once(
                201,
                () -> DraftReply.of(
                        given.applicant() == null
                                ? startDraft.start(current.actor(), item, Optional.ofNullable(given.onBehalfOf()))
                                : startDraft.startFor(
                                        current.actor(),
                                        item,
                                        atTheWindow(given.applicant()).id())));
        return Response.fromResponse(made)
                .header(HttpHeaders.ETAG, Versions.tagOf(made))
                .build();
    }

    private PartyView atTheWindow(Applicant applicant) {
        IdType idType = idType(applicant.idType());
        PartyKind kind = idType == IdType.CREDIT_CODE ? PartyKind.ORGANISATION : PartyKind.PERSON;
        try {
            return registerParty.register(
                    current.actor(),
                    new RegisterParty.Particulars(
                            kind,
                            applicant.name(),
                            idType,
                            applicant.number(),
                            applicant.phone(),
                            applicant.representative()));
        } catch (Refusal refusal) {
            throw Given.within("applicant", refusal);
        }
    }

    private static IdType idType(String text) {
        return Stream.of(IdType.values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid(
                        "applicant.idType",
                        "UNKNOWN_VALUE",
                        "证件类型 applicant.idType 应为 "
                                + Stream.of(IdType.values()).map(Enum::name).collect(Collectors.joining("、"))
                                + " 之一。"));
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") UUID id) {
        DraftView draft = readDraft.read(current.actor(), id);
        return tagged(draft, DraftReply.of(draft));
    }

    @PUT
    @Path("/{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, ObjectNode answers) {
        DraftView draft = saveDraft.save(current.actor(), id, Versions.seen(seen), answers);
        return tagged(draft, DraftReply.Saved.of(draft));
    }

    @PUT
    @Path("/{id}/service")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response choose(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, Choice given) {
        DraftView draft = saveDraft.chooseService(current.actor(), id, Versions.seen(seen), given.choice());
        return tagged(draft, DraftReply.of(draft));
    }

    /** 书面承诺: signs what is to follow later, or a promise in place of a proof; an empty one takes it back. */
    @PUT
    @Path("/{id}/promises")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response promise(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String seen, PromiseLater.Wish wish) {
        DraftView draft = promiseLater.promise(current.actor(), id, Versions.seen(seen), wish);
        return tagged(draft, DraftReply.of(draft));
    }

    @POST
    @Path("/{id}/materials/{requirement}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(
            @PathParam("id") UUID id, @PathParam("requirement") String requirement, List<EntityPart> parts) {
        SentFile file = SentFile.of(parts);
        call.body(file.digest());
        return call.once(
                201,
                () -> attachMaterial.attach(current.actor(), id, requirement, new Upload(file.name(), file.stream())));
    }

    /** 再次使用: what the applicant handed in before, or was issued to him, for a material of this application. */
    public record Again(String requirement, UUID entry) {}

    @POST
    @Path("/{id}/vault")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reuse(@PathParam("id") UUID id, Again given) {
        new Given()
                .need("requirement", given.requirement())
                .need("entry", given.entry())
                .orRefuse();
        return call.once(201, () -> reuseMaterial.reuse(current.actor(), id, given.requirement(), given.entry()));
    }

    /** 免交查询: looks up what need not be handed in, and answers the draft with what came of it. */
    @POST
    @Path("/{id}/lookups")
    public Response lookUp(@PathParam("id") UUID id) {
        // Asking again changes nothing, and no transaction may be open while others are asked.
        lookUpPapers.look(current.actor(), id);
        DraftView draft = readDraft.read(current.actor(), id);
        return tagged(draft, DraftReply.of(draft));
    }

    private static Response tagged(DraftView draft, Object reply) {
        return Response.ok(reply)
                .header(HttpHeaders.ETAG, Versions.tag(draft.version()))
                .build();
    }
}
