package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.document.DocumentFacts;
import org.yiwang.forms.document.Verification;
import org.yiwang.forms.document.VerifyDocument;
import org.yiwang.forms.platform.Refusal;

/** 文书验真: a stranger asks whether a document is what it seems; nothing he sends is kept. */
@Path("/verifications")
@RequestScoped
@OpenToAll
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

    @Inject
    VerifyDocument verify;

    @GET
    @Path("/{code}")
    public VerificationReply byCode(@PathParam("code") String code) {
        return verify.byCode(code).map(VerificationReply::of).orElseThrow(() -> Refusal.notFound("核验码对应的文书"));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public VerificationReply byFile(List<EntityPart> parts) {
        return VerificationReply.of(verify.byFile(SentFile.of(parts).content()));
    }

    /** 验真结果, as the API says it. */
    public record VerificationReply(
            Verification.Result result, String message, DocumentReply document, String signer, Instant signedAt) {

        static VerificationReply of(Verification found) {
            return new VerificationReply(
                    found.result(),
                    found.result().chinese(),
                    found.document().map(DocumentReply::of).orElse(null),
                    found.signer().orElse(null),
                    found.signedAt().orElse(null));
        }
    }

    /** 文书要素; the holder is masked. */
    public record DocumentReply(
            String kind,
            String title,
            String number,
            String item,
            String issuer,
            LocalDate date,
            String holder,
            String verificationCode,
            String sha256,
            String revokedReason) {

        static DocumentReply of(DocumentFacts facts) {
            return new DocumentReply(
                    facts.kind().name(),
                    facts.title(),
                    facts.number(),
                    facts.itemName(),
                    facts.issuerName(),
                    facts.date(),
                    facts.holderMasked(),
                    facts.verificationCode(),
                    facts.sha256(),
                    facts.revokedReason().orElse(null));
        }
    }
}
