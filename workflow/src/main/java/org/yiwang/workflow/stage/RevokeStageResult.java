package org.yiwang.workflow.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.yiwang.forms.document.RevokeIssued;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;

/** 注销第一段结果: in the register, where its verification asks. */
@ApplicationScoped
public class RevokeStageResult implements OutboxHandler {

    /** Kind of the message; its key is the document's id. */
    static final String KIND = "REVOKE_STAGE";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RevokeIssued revoke;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage message) throws Exception {
        String reason = JSON.readTree(message.body()).path("reason").asText();
        revoke.revoke(UUID.fromString(message.key()), reason);
    }
}
