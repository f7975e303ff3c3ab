package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.workflow.notification.Notify;

/** 告知: writes the notices an action ordered, after its commit; the same order again writes nothing. */
@ApplicationScoped
public class TellPeople implements OutboxHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Notify notify;

    @Override
    public String kind() {
        return CaseDesk.TELL;
    }

    @Override
    public void handle(OutboxMessage message) throws Exception {
        JsonNode order = JSON.readTree(message.body());
        int line = 0;
        for (JsonNode notice : order.path("notices")) {
            notify.tell(
                    notice.path("to").asText(),
                    message.key() + ":" + line++,
                    notice.path("key").asText(),
                    order.path("caseNo").asText(),
                    order.path("item").asText(),
                    notice.path("params"));
        }
    }
}
