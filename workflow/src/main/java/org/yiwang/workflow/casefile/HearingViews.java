package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** 听证视图: what became of the right to a hearing; for those concerned, not for whoever has the query code. */
final class HearingViews {

    private HearingViews() {}

    /** Null where nobody was told of such a right and none is held. */
    static CaseView.Hearing of(OpenCase open) {
        Optional<CaseRecord> right = last(open, RecordKind.HEARING_RIGHT);
        Optional<CaseRecord> hearing = last(open, RecordKind.HEARING);
        return right.isEmpty() && hearing.isEmpty() ? null : view(open, right, hearing);
    }

    private static Optional<CaseRecord> last(OpenCase open, RecordKind kind) {
        return open.records(kind).stream().reduce((first, second) -> second);
    }

    private static CaseView.Hearing view(OpenCase open, Optional<CaseRecord> right, Optional<CaseRecord> hearing) {
        JsonNode words = hearing.map(open::words).orElseGet(OpenCase::body);
        // What somebody else wants to be heard on is for the officers.
        boolean own = hearing.map(CaseRecord::stepKey).orElse("").isEmpty();
        return new CaseView.Hearing(
                hearing.map(CaseRecord::outcome).orElseGet(() -> unused(open, right.orElseThrow())),
                right.map(entry -> open.words(entry).path("reason").asText())
                        .orElseGet(() -> words.path("reason").asText("利害关系人要求听证")),
                right.map(CaseRecord::dueOn).orElse(null),
                own || open.actor().officer() ? words.path("request").asText(null) : null,
                hearing.map(CaseRecord::dueOn).orElse(null),
                words.has("at") ? Instant.parse(words.path("at").asText()) : null,
                words.path("place").asText(null),
                words.path("host").asText(null),
                words.path("closed").asText(null),
                words.path("findings").asText(null));
    }

    private static String unused(OpenCase open, CaseRecord right) {
        boolean over = right.open() && right.dueOn() != null && open.today().isAfter(right.dueOn());
        return over ? "LAPSED" : right.outcome();
    }
}
