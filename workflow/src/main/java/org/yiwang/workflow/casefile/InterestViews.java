package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** 利害关系人视图: who they are and what they said; for officers alone. */
final class InterestViews {

    private InterestViews() {}

    static List<CaseView.Interested> of(OpenCase open) {
        return open.records(RecordKind.INTERESTED_PARTY).stream()
                .map(entry -> view(open, entry))
                .toList();
    }

    private static CaseView.Interested view(OpenCase open, CaseRecord entry) {
        JsonNode said = open.words(entry);
        return new CaseView.Interested(
                entry.id(),
                said.path("name").asText(),
                said.path("idMasked").asText(null),
                said.path("contact").asText(),
                said.path("ground").asText(),
                said.path("hearing").asBoolean(),
                lapsed(open, entry) ? "LAPSED" : entry.outcome(),
                entry.dueOn(),
                said.path("statement").asText(null),
                said.has("statedAt") ? Instant.parse(said.path("statedAt").asText()) : null);
    }

    private static boolean lapsed(OpenCase open, CaseRecord entry) {
        return entry.open() && entry.dueOn() != null && open.today().isAfter(entry.dueOn());
    }
}
