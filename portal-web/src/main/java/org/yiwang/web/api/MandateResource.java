package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.identity.FindParty;
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

    @GET
    public Paging.Page<MandateReply> mine() {
        return new Paging.Page<>(
                parties.mandates(current.actor()).stream().map(MandateReply::of).toList(), null);
    }

    /**
     * 授权答复.
     *
     * @param onBehalfOf the party, to be named in a new draft
     */
    public record MandateReply(
            UUID onBehalfOf, String kind, String name, String number, LocalDate validFrom, LocalDate validTo) {

        static MandateReply of(MandateView mandate) {
            return new MandateReply(
                    mandate.principal().id(),
                    mandate.kind().name(),
                    mandate.principal().maskedName(),
                    mandate.number(),
                    mandate.validFrom(),
                    mandate.validTo());
        }
    }
}
