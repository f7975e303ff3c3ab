package org.yiwang.workflow.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.batch.internal.Batches;
import org.yiwang.workflow.organisation.LeaveOffice;

/**
 * 办理批次: a page of lines, then the next page. A line is done and marked in one transaction, so a node that dies in between
 * leaves nothing half done, and whoever goes on begins with the first line that waits.
 */
@ApplicationScoped
public class RunBatch implements OutboxHandler {

    private static final Logger LOG = Logger.getLogger(RunBatch.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 50;
    /** After so many tries of the page a line that breaks is left out, so that the others are done. */
    private static final int TRIES = 3;

    @Inject
    Batches batches;

    @Inject
    DoLine lines;

    @Inject
    LeaveOffice leaveOffice;

    @Override
    public String kind() {
        return Batches.KIND;
    }

    @Override
    public void handle(OutboxMessage message) throws Exception {
        UUID id = UUID.fromString(JSON.readTree(message.body()).path("batch").asText());
        int last = 0;
        for (int i = 0; i < PAGE; i++) {
            OptionalInt next = batches.waiting(id, last);
            if (next.isEmpty()) {
                finish(id);
                return;
            }
            last = next.getAsInt();
            one(id, last, message.attempts());
        }
        batches.start(id, last);
    }

    private void one(UUID id, int line, int attempts) {
        try {
            lines.perform(id, line);
        } catch (Refusal refusal) {
            batches.refused(id, line, refusal.getMessage());
        } catch (RuntimeException broken) {
            if (attempts < TRIES) {
                throw broken;
            }
            LOG.log(Level.SEVERE, "Line " + line + " of batch " + id + " is left out", broken);
            batches.refused(id, line, "系统没有办成，请单独办理这一件。");
        }
    }

    /** What was given to him meanwhile is handed over too, before his account is closed. */
    private void finish(UUID id) {
        if (batches.addRest(id) > 0) {
            batches.start(id, Integer.MAX_VALUE);
            return;
        }
        Optional<Long> leaves = batches.finish(id);
        leaves.ifPresent(leaveOffice::leave);
    }
}
