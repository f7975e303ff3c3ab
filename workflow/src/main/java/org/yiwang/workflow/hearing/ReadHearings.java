package org.yiwang.workflow.hearing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.hearing.internal.AnnouncedRows;
import org.yiwang.workflow.organisation.Directory;

/**
 * 听证公告: hearings that the office itself holds, for everybody to read (行政许可法 §46, §48). Who applied is not said; one
 * that is not held in public is not announced.
 */
@ApplicationScoped
public class ReadHearings {

    /** More at a time no city holds. */
    private static final int MOST = 50;

    @Inject
    AnnouncedRows rows;

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    /** 一次听证. */
    public record Announcement(
            String itemName, String organisation, String reason, Instant heldAt, String place, String host) {}

    /** All that are announced now, the soonest first. */
    @Transactional
    public List<Announcement> announced() {
        return rows.cases(MOST).stream()
                .map(id -> desk.lookFor(Actor.SYSTEM, id))
                .flatMap(this::announcement)
                .sorted(java.util.Comparator.comparing(Announcement::heldAt))
                .toList();
    }

    private Stream<Announcement> announcement(OpenCase open) {
        return open
                .openRecord(RecordKind.HEARING)
                .map(open::words)
                .filter(words -> !words.hasNonNull("closed"))
                .map(words -> announcement(open, words))
                .stream();
    }

    private Announcement announcement(OpenCase open, JsonNode words) {
        return new Announcement(
                open.file().itemName(),
                directory.department(open.file().organisation()).name(),
                words.path("reason").asText(),
                Instant.parse(words.path("at").asText()),
                words.path("place").asText(),
                words.path("host").asText());
    }
}
