package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.course.StageRule;

/** 两段办理情况: what the first stage gave and what became of the second, as the applicant or an officer may see it. */
final class StageViews {

    private StageViews() {}

    /** Null where the item is decided once. */
    static CaseView.TwoStages of(OpenCase open, boolean officer) {
        return open.item()
                .course()
                .stages()
                .map(rule -> open.records(RecordKind.STAGE).stream()
                        .reduce((first, second) -> second)
                        .map(entry -> view(rule, entry, open.words(entry), officer))
                        .orElseGet(() -> view(rule, "NOT_YET", null, null, null, null, null)))
                .orElse(null);
    }

    private static CaseView.TwoStages view(StageRule rule, CaseRecord entry, JsonNode words, boolean officer) {
        String begunAt = words.path("begunAt").asText("");
        List<UUID> files = new ArrayList<>();
        words.path("files").forEach(file -> files.add(UUID.fromString(file.asText())));
        return view(
                rule,
                entry.outcome(),
                entry.openedAt(),
                entry.open() ? entry.dueOn() : null,
                begunAt.isEmpty() ? null : Instant.parse(begunAt),
                officer ? words.path("note").asText(null) : null,
                officer && !files.isEmpty() ? files : null);
    }

    private static CaseView.TwoStages view(
            StageRule rule,
            String state,
            Instant grantedAt,
            LocalDate until,
            Instant begunAt,
            String note,
            List<UUID> files) {
        return new CaseView.TwoStages(
                rule.name().zh(),
                rule.begins().name(),
                rule.bring().map(LocalText::zh).orElse(null),
                state,
                grantedAt,
                until,
                begunAt,
                note,
                files);
    }
}
