package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 上报情况: what went to the higher authority and came back, as the applicant or an officer may see it. */
final class Forwardings {

    private Forwardings() {}

    static List<CaseView.Forwarding> of(OpenCase open, boolean officer) {
        return open.records(RecordKind.FORWARDING).stream()
                .map(record -> view(open, record, officer))
                .toList();
    }

    private static CaseView.PaperAnswer typed(OpenCase open, CaseRecord report) {
        return open.records(RecordKind.PAPER_ANSWER).stream()
                .filter(entry ->
                        entry.open() && entry.stepKey().equals(report.id().toString()))
                .map(entry -> {
                    JsonNode words = open.words(entry);
                    return new CaseView.PaperAnswer(
                            words.path("answer").asText(),
                            words.path("documentNo").asText(),
                            LocalDate.parse(words.path("decidedOn").asText()),
                            words.path("signedBy").asText(),
                            words.path("text").asText(),
                            UUID.fromString(words.path("file").asText()),
                            entry.officerId() == open.actor().id());
                })
                .findFirst()
                .orElse(null);
    }

    private static CaseView.Forwarding view(OpenCase open, CaseRecord record, boolean officer) {
        JsonNode words = open.words(record);
        JsonNode answer = words.path("answer");
        String decidedOn = answer.path("decidedOn").asText("");
        String file = answer.path("file").asText("");
        return new CaseView.Forwarding(
                record.round(),
                words.path("authority").asText(),
                record.openedAt(),
                officer ? words.path("via").asText(null) : null,
                officer ? words.path("opinion").asText(null) : null,
                officer ? words.path("legalBasis").asText(null) : null,
                record.open() ? null : record.outcome(),
                record.closedAt(),
                answer.path("documentNo").asText(null),
                decidedOn.isEmpty() ? null : LocalDate.parse(decidedOn),
                answer.path("text").asText(null),
                officer && !file.isEmpty() ? UUID.fromString(file) : null,
                officer ? typed(open, record) : null);
    }
}
