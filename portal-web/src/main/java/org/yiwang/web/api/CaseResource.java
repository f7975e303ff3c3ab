package org.yiwang.web.api;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.material.StoredUpload;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.handling.ReadCopies;

/** 办件: what has become of an application, and what can be done with it. */
@Path("/cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadCase readCase;

    @Inject
    CaseActions actions;

    @Inject
    StoreUpload storeUpload;

    @Inject
    ReadCopies copies;

    @GET
    public Paging.Page<ReadCase.Line> mine(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        ReadCase.Page page = readCase.mine(current.actor(), paging.after(), paging.limit());
        return new Paging.Page<>(page.cases(), page.next());
    }

    @GET
    @Path("/{caseNo}")
    public CaseView read(@PathParam("caseNo") String caseNo) {
        return readCase.read(current.actor(), number(caseNo));
    }

    /** Who got a copy of it, and whether he has read it; for officers who see the case. */
    @GET
    @Path("/{caseNo}/copies")
    public Paging.Page<ReadCopies.Receipt> copies(@PathParam("caseNo") String caseNo) {
        return new Paging.Page<>(copies.receipts(current.actor(), number(caseNo)), null);
    }

    @POST
    @Path("/{caseNo}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@PathParam("caseNo") String caseNo, List<EntityPart> parts) {
        CaseNo number = number(caseNo);
        SentFile file = SentFile.of(parts);
        call.body(file.digest());
        return call.once(201, () -> store(number, file));
    }

    /** Whoever may not see the case may not put anything into it either. */
    private StoredUpload store(CaseNo number, SentFile file) {
        String scope = readCase.fileScope(current.actor(), number);
        return storeUpload.store(current.actor(), scope, new Upload(file.name(), file.stream()));
    }

    @POST
    @Path("/{caseNo}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response act(@PathParam("caseNo") String caseNo, ObjectNode given) {
        CaseNo number = number(caseNo);
        ActionRequest asked = actions.ask(number, request(given));
        return call.once(200, () -> actions.perform(current.actor(), number, asked));
    }

    static CaseNo number(String text) {
        return CaseNo.parse(text).orElseThrow(() -> Refusal.notFound("这个办件"));
    }

    private ActionRequest request(ObjectNode given) {
        JsonNode action = given.remove("action");
        JsonNode version = given.remove("seenVersion");
        JsonNode workItem = given.remove("workItemId");
        new Given()
                .need("action", action == null || action.isNull() ? null : action)
                .need("seenVersion", version == null || version.isNull() ? null : version)
                .orRefuse();
        if (!version.canConvertToLong() || !version.isIntegralNumber()) {
            throw ApiProblem.invalid("seenVersion", "WRONG_TYPE", "字段“seenVersion”应为读取时得到的整数版本。");
        }
        CaseAction asked = action(action);
        return new ActionRequest(asked, version.asLong(), workItem(workItem), given, proof(asked, given));
    }

    /** What confirms who it is, where the action asks for that; elsewhere it is an unknown field like any other. */
    private Proof proof(CaseAction action, ObjectNode given) {
        JsonNode confirmation = action == CaseAction.DECIDE ? given.remove("confirmation") : null;
        return confirmation == null ? Proof.NONE : new Proof(current.token(), confirmation.asText(""));
    }

    private static CaseAction action(JsonNode text) {
        return Transitions.all().stream()
                .filter(rule -> rule.by() != Transitions.By.TIME && rule.by() != Transitions.By.ABOVE)
                .map(Transitions.Rule::action)
                .filter(value -> text.isTextual() && value.name().equals(text.asText()))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid("action", "UNKNOWN_VALUE", "没有这个动作，可用的动作见接口说明。"));
    }

    private static UUID workItem(JsonNode text) {
        if (text == null || text.isNull()) {
            return null;
        }
        try {
            return UUID.fromString(text.asText());
        } catch (IllegalArgumentException malformed) {
            throw ApiProblem.invalid("workItemId", "WRONG_TYPE", "字段“workItemId”应为待办列表给出的标识。");
        }
    }
}
