package org.yiwang.workflow.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.yiwang.forms.document.RevokeDocument;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.OutboxWaiting;
import org.yiwang.forms.platform.Refusal;

/** 注销第一段结果: in the register, where its verification asks. */
@ApplicationScoped
public class RevokeStageResult implements OutboxHandler {

    /** Kind of the message; its key is the document's id. */
    static final String KIND = "REVOKE_STAGE";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RevokeDocument revoke;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage message) throws Exception {
        String reason = JSON.readTree(message.body()).path("reason").asText();
        try {
            revoke.revoke(Actor.SYSTEM, UUID.fromString(message.key()), reason);
        } catch (Refusal refusal) {
            if (refusal.code().equals("DOCUMENT_NOT_READY")) {
                throw new OutboxWaiting("the document is not in the register yet", Duration.ofSeconds(5));
            }
            if (!refusal.code().equals("ALREADY_REVOKED")) {
                throw refusal;
            }
        }
    }
}
