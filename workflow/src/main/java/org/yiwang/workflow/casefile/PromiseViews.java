package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.catalogue.CommitmentRule;

/** What was only promised in a case, as the applicant's side and officers see it. */
final class PromiseViews {

    private static final Set<String> DEFERRED = Set.of("PROMISED", "PENDING", "SUPPLIED", "EXPIRED", "EXEMPTED");
    private static final Set<String> COMMITMENT =
            Set.of("COMMITTED", "VERIFYING", "RECTIFYING", "TRUE", "FALSE", "EXEMPT", "WITHDRAWN");

    private PromiseViews() {}

    static List<CaseView.Deferred> deferred(OpenCase open) {
        return open.records(RecordKind.DEFERRED).stream()
                .map(entry -> {
                    JsonNode words = open.words(entry);
                    // A case that ended another way waits for nothing.
                    String state = DEFERRED.contains(entry.outcome()) ? entry.outcome() : "EXEMPTED";
                    return new CaseView.Deferred(
                            entry.stepKey(),
                            words.path("name").asText(),
                            words.path("reason").asText(),
                            entry.dueOn(),
                            state.equals("SUPPLIED") ? entry.closedAt() : null,
                            state);
                })
                .toList();
    }

    static CaseView.Commitment commitment(OpenCase open) {
        CommitmentRule rule = open.item().commitment().orElse(null);
        return last(open, RecordKind.COMMITMENT)
                .filter(entry -> rule != null)
                .map(entry -> new CaseView.Commitment(
                        rule.name().zh(),
                        rule.kind().name(),
                        rule.verification().label().zh(),
                        rule.materials(),
                        COMMITMENT.contains(entry.outcome()) ? entry.outcome() : "LAPSED",
                        entry.openedAt(),
                        entry.dueOn(),
                        open.words(entry).path("finding").asText(null)))
                .orElse(null);
    }

    static CaseView.Rescission rescission(OpenCase open) {
        return last(open, RecordKind.RESCISSION)
                .map(entry -> {
                    JsonNode words = open.words(entry);
                    return new CaseView.Rescission(
                            entry.stepKey(),
                            words.path("reason").asText(),
                            entry.dueOn(),
                            words.path("defence").asText(null),
                            entry.outcome(),
                            words.path("verdict").path("reason").asText(null),
                            words.path("verdict").path("finding").asText(null),
                            open.actor().officer() ? evidence(words) : null);
                })
                .orElse(null);
    }

    /** 撤回、注销: what was asked for, told and decided last. */
    static CaseView.Ending ending(OpenCase open) {
        return last(open, RecordKind.LICENCE_ENDING)
                .map(entry -> {
                    JsonNode words = open.words(entry);
                    return new CaseView.Ending(
                            entry.stepKey(),
                            words.path("ground").asText(),
                            entry.outcome(),
                            words.path("request").asText(null),
                            words.path("facts").asText(null),
                            words.path("legalBasis").asText(null),
                            words.path("compensation").asText(null),
                            entry.dueOn(),
                            words.path("defence").asText(null),
                            words.path("verdict").asText(null));
                })
                .orElse(null);
    }

    private static List<UUID> evidence(JsonNode words) {
        List<UUID> files = new ArrayList<>();
        words.path("verdict").path("evidence").forEach(file -> files.add(UUID.fromString(file.asText())));
        return files;
    }

    private static Optional<CaseRecord> last(OpenCase open, RecordKind kind) {
        return open.records(kind).stream().max(Comparator.comparing(CaseRecord::round));
    }
}
