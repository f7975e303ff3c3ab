package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.identity.ConsentForChild;
import org.yiwang.forms.identity.EndMandate;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.GrantMandate;
import org.yiwang.forms.identity.MandateKind;
import org.yiwang.forms.identity.MandatePower;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.web.security.CurrentActor;

/** 授权: for whom the person signed in may act; where {@code onBehalfOf} of a new draft comes from. */
@Path("/mandates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MandateResource {

    @Inject
    CurrentActor current;

    @Inject
    FindParty parties;

    @Inject
    Call call;

    @Inject
    GrantMandate grant;

    @Inject
    EndMandate end;

    @Inject
    ConsentForChild consent;

    /** For whom the person may act; with {@code given=true} whom he lets act for him. */
    @GET
    public Paging.Page<MandateReply> mine(@QueryParam("given") boolean given) {
        List<MandateView> found = given ? parties.given(current.actor()) : parties.mandates(current.actor());
        return new Paging.Page<>(found.stream().map(MandateReply::of).toList(), null);
    }

    /** A citizen lets somebody act for him; a clerk registers a guardianship or an organisation's agent. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response grant(Order order) {
        GrantMandate.Terms terms =
                new GrantMandate.Terms(order.kind(), order.powers(), order.items(), order.validTo(), order.proof());
        return call.once(
                201,
                () -> MandateReply.of(
                        current.actor().officer()
                                ? grant.register(current.actor(), order.principal(), order.agent(), terms)
                                : grant.grant(current.actor(), order.agentName(), order.agentNumber(), terms)));
    }

    @DELETE
    @Path("/{number}")
    public Response end(@PathParam("number") String number) {
        end.end(current.actor(), number);
        return Response.noContent().build();
    }

    /** The guardian's consent to the use of the data of a child under 14. */
    @POST
    @Path("/{number}/consent")
    public Response consent(@PathParam("number") String number) {
        return call.once(200, () -> {
            consent.consent(current.actor(), number);
            return Map.of("number", number);
        });
    }

    /**
     * 授权申请: a citizen names the agent by name and number; a clerk names both parties, whom he has found or registered, and
     * the paper he has seen.
     */
    public record Order(
            MandateKind kind,
            String agentName,
            String agentNumber,
            UUID principal,
            UUID agent,
            Set<MandatePower> powers,
            Set<String> items,
            LocalDate validTo,
            String proof) {}

    /**
     * 授权答复.
     *
     * @param onBehalfOf the party, to be named in a new draft
     * @param agent masked
     */
    public record MandateReply(
            UUID onBehalfOf,
            String kind,
            String name,
            String agent,
            String number,
            LocalDate validFrom,
            LocalDate validTo,
            Set<MandatePower> powers,
            Set<String> items,
            boolean consentMissing) {

        static MandateReply of(MandateView mandate) {
            return new MandateReply(
                    mandate.principal().id(),
                    mandate.kind().name(),
                    mandate.principal().maskedName(),
                    mandate.agent().maskedName(),
                    mandate.number(),
                    mandate.validFrom(),
                    mandate.validTo(),
                    mandate.powers(),
                    mandate.items(),
                    mandate.consentMissing());
        }
    }
}
