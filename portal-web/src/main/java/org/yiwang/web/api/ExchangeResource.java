package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yiwang.workflow.forward.AdmitMessage;
import org.yiwang.workflow.forward.AnswerFromAbove;
import org.yiwang.workflow.forward.TakeAnswer;
import org.yiwang.workflow.forward.spi.ExchangeSignature;

/**
 * 数据交换: where the higher authorities answer. No token and no {@code Idempotency-Key}: every message is signed and
 * numbered, and a number is taken once.
 */
@Path("/exchange")
@RequestScoped
@OpenToAll
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeResource {

    @Inject
    AdmitMessage admit;

    @Inject
    TakeAnswer take;

    @Context
    UriInfo uri;

    @POST
    @Path("/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public TakeAnswer.Receipt answer(
            @HeaderParam(ExchangeSignature.SYSTEM) String system,
            @HeaderParam(ExchangeSignature.TIME) String time,
            @HeaderParam(ExchangeSignature.MESSAGE) String message,
            @HeaderParam(ExchangeSignature.SIGNATURE) String signature,
            byte[] body) {
        String path = uri.getRequestUri().getPath();
        admit.admit(new ExchangeSignature("POST", path, system, time, message), signature, body);
        AnswerFromAbove answer = (AnswerFromAbove) JsonBody.read(body, AnswerFromAbove.class);
        return take.take(new TakeAnswer.Message(system, message, digest(body)), answer);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
