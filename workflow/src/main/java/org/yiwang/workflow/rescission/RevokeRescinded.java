package org.yiwang.workflow.rescission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.yiwang.forms.document.RevokeIssued;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;

/** 撤销文书: what a decision had issued that was rescinded, withdrawn or cancelled; from then on verifying it says so, and why. */
@ApplicationScoped
public class RevokeRescinded implements OutboxHandler {

    /** Kind of the message; its key is the document's id. */
    public static final String KIND = "REVOKE_RESCINDED";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RevokeIssued revoke;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage message) throws Exception {
        JsonNode said = JSON.readTree(message.body());
        String why = said.has("why")
                ? said.path("why").asText()
                : "决定已依法撤销："
                        + RescissionGround.valueOf(said.path("ground").asText()).text();
        revoke.revoke(UUID.fromString(message.key()), why);
    }
}
