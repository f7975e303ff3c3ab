package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.workflow.casefile.BundledCases;

/** 跟进一件事: after something happened in one of its cases, and that is committed, the errand looks where they all stand. */
@ApplicationScoped
public class FollowBundle implements OutboxHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    MoveOn moveOn;

    @Override
    public String kind() {
        return BundledCases.MOVED;
    }

    @Override
    public void handle(OutboxMessage message) throws IOException {
        follow(JSON.readTree(message.body()).path("bundle").asLong());
    }

    /** @param bundleId internal */
    public void follow(long bundleId) {
        moveOn.look(bundleId);
    }
}
