package org.yiwang.test.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.yiwang.integration.exchange.StandInKeys;
import org.yiwang.test.Api;
import org.yiwang.test.Reply;
import org.yiwang.workflow.forward.spi.ExchangeSignature;

/** 上级机关: answers as the higher authority's system would, signed with the key of the demo. */
public final class HigherAuthority {

    private static final String PATH = "/api/v1/exchange/answers";

    private final Api nobody;
    private final String system;

    public HigherAuthority(Api nobody, String system) {
        this.nobody = nobody;
        this.system = system;
    }

    /** What it says; with document and number where it decides. */
    public static ObjectNode answer(String caseNo, String reference, String kind) {
        ObjectNode answer =
                Api.object("caseNo", caseNo, "reference", reference, "answer", kind, "text", "经审查，" + kind + "。");
        if (kind.equals("GRANTED") || kind.equals("DENIED")) {
            answer.put("documentNo", "云教认〔2026〕7号").put("decidedOn", "2026-11-20");
            answer.set(
                    "document",
                    Api.object("name", "批复.pdf", "base64", Base64.getEncoder().encodeToString(City.pdf())));
        }
        return answer;
    }

    public Reply say(ObjectNode answer) {
        return say(UUID.randomUUID().toString(), answer);
    }

    public Reply say(String message, ObjectNode answer) {
        return send(message, Clock.systemUTC().instant().toString(), answer, StandInKeys.DEMO);
    }

    Reply send(String message, String time, ObjectNode answer, String key) {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        ExchangeSignature head = new ExchangeSignature("POST", PATH, system, time, message);
        return nobody.request("POST", "/exchange/answers")
                .header(ExchangeSignature.SYSTEM, system)
                .header(ExchangeSignature.TIME, time)
                .header(ExchangeSignature.MESSAGE, message)
                .header(ExchangeSignature.SIGNATURE, head.over(body, key.getBytes(StandardCharsets.UTF_8)))
                .body("application/json", body)
                .send();
    }
}
