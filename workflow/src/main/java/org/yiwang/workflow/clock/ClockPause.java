package org.yiwang.workflow.clock;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 停表: one reason for which a clock rested. Several may overlap; time then rests from the first beginning to the last end,
 * once.
 *
 * @param reason why
 * @param ref what it belongs to, such as one special procedure; tells overlapping ones of a kind apart
 * @param basis the ground in law
 * @param until null while it lasts
 * @param approvedBy key of who approved it, such as {@code officer:7}; empty where nobody has to. Not for the outside.
 * @param document code of the letter by which the applicant was told, such as {@code W08}; empty where none is due
 */
public record ClockPause(
        SuspendKind reason,
        String ref,
        String basis,
        Instant from,
        Instant until,
        @JsonIgnore String approvedBy,
        String document) {

    private static final JsonMapper JSON = new JsonMapper();

    /** One that begins and needs neither approval nor letter. */
    public static ClockPause begin(SuspendKind reason, String ref, String basis, Instant from) {
        return new ClockPause(reason, ref, basis, from, null, "", "");
    }

    /** The same with who approved it and the letter that tells of it. */
    public ClockPause approved(String by, String letter) {
        return new ClockPause(reason, ref, basis, from, until, by, letter);
    }

    @JsonIgnore
    public boolean open() {
        return until == null;
    }

    /** 纠偏: time that should have rested and did not, known when it is over. */
    public static ClockPause missed(SuspendKind reason, String ref, String basis, Instant from, Instant until) {
        return new ClockPause(reason, ref, basis, from, until, "", "");
    }

    boolean overlaps(ClockPause other) {
        return from.isBefore(other.until) && (until == null || other.from.isBefore(until));
    }

    ClockPause ended(Instant at) {
        return new ClockPause(reason, ref, basis, from, at, approvedBy, document);
    }

    /** As kept in the clock's row. */
    static String write(List<ClockPause> pauses) {
        ArrayNode all = JSON.createArrayNode();
        for (ClockPause pause : pauses) {
            ObjectNode one = all.addObject()
                    .put("reason", pause.reason.name())
                    .put("ref", pause.ref)
                    .put("basis", pause.basis)
                    .put("from", pause.from.toString())
                    .put("approvedBy", pause.approvedBy)
                    .put("document", pause.document);
            Optional.ofNullable(pause.until).ifPresent(at -> one.put("until", at.toString()));
        }
        return all.toString();
    }

    static List<ClockPause> read(String json) {
        try {
            List<ClockPause> pauses = new ArrayList<>();
            for (JsonNode one : JSON.readTree(json)) {
                pauses.add(new ClockPause(
                        SuspendKind.valueOf(one.path("reason").asText()),
                        one.path("ref").asText(),
                        one.path("basis").asText(),
                        Instant.parse(one.path("from").asText()),
                        one.hasNonNull("until")
                                ? Instant.parse(one.path("until").asText())
                                : null,
                        one.path("approvedBy").asText(),
                        one.path("document").asText()));
            }
            return pauses;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("pauses of a clock do not read", e);
        }
    }
}
