package org.yiwang.workflow.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.workflow.casefile.CaseEvent;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/** 走过的环节: which steps of a case were answered, and which of their answers still stand after it was sent back. */
final class Walked {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Walked() {}

    /** What a step came to last, whether it still stands or not. */
    static Optional<CaseRecord> last(OpenCase open, String step) {
        return Stream.of(RecordKind.SIGNED, RecordKind.OPINION, RecordKind.SITE_CHECK)
                .flatMap(kind -> open.records(kind).stream())
                .filter(said -> said.stepKey().equals(step) && !said.outcome().equals("RETURN"))
                .max(Comparator.comparing(CaseRecord::openedAt)
                        .thenComparing(said -> said.kind() == RecordKind.SIGNED)
                        .thenComparing(CaseRecord::round));
    }

    /** 第一段的环节: was it done in a stage that is over? What was decided there is not taken up again. */
    static boolean stageOver(OpenCase open, String step) {
        return open.happened(EventType.STAGE_BEGUN)
                .map(begun -> last(open, step)
                        .filter(said -> said.openedAt().isBefore(begun))
                        .isPresent())
                .orElse(false);
    }

    /** What it came to, unless it was sent back since to be done again. */
    static Optional<String> standing(OpenCase open, String step) {
        return last(open, step)
                .filter(said -> open.work().all().stream()
                        .noneMatch(work -> work.stepKey().equals(step)))
                .filter(said -> returns(open).stream()
                        .filter(event -> event.at().isAfter(said.openedAt()))
                        .noneMatch(event -> undone(event, step)))
                .map(CaseRecord::outcome);
    }

    private static List<CaseEvent> returns(OpenCase open) {
        return open.events(EventType.STEP_RETURNED);
    }

    private static boolean undone(CaseEvent event, String step) {
        try {
            JsonNode body = JSON.readTree(event.body());
            if (!body.has("again")) {
                // Written before one could return anywhere: only the two steps it names are sure.
                return body.path("step").asText().equals(step)
                        || body.path("to").asText().equals(step);
            }
            for (JsonNode key : body.path("again")) {
                if (key.asText().equals(step)) {
                    return true;
                }
            }
            return false;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + event.seq() + " does not hold JSON", e);
        }
    }
}
