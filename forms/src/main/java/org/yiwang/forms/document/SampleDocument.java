package org.yiwang.forms.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.document.internal.DocumentDesk;
import org.yiwang.forms.document.internal.SampleDesk;
import org.yiwang.forms.platform.Simulation;

/** 样张: what becomes of the documents that a simulation orders: no number is taken, nothing is sealed or kept. */
@ApplicationScoped
public class SampleDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    SampleDesk desk;

    /** Registers the document an order is about; empty when the order is about something else. */
    public Optional<DocumentView> register(Simulation.Order order) {
        if (!order.kind().equals(DocumentDesk.ISSUE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(desk.register(
                    UUID.fromString(JSON.readTree(order.body()).path("id").asText())));
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /** PDF/A-3 pages marked 样张, without seal and number. */
    public byte[] pages(UUID id) {
        return desk.pages(id);
    }
}
