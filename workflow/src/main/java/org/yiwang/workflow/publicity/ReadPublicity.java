package org.yiwang.workflow.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.publicity.internal.PublicityBoard;

/** 看公示: strangers see the board, objectors their own objection and its answer, officers all of them. */
@ApplicationScoped
public class ReadPublicity {

    @Inject
    PublicityBoard board;

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    /** 一项内容. */
    public record Shown(String label, String value) {}

    /**
     * 公示.
     *
     * @param applicant masked
     * @param endsOn the last day on which one may object
     */
    public record Notice(
            UUID id,
            String itemCode,
            String itemName,
            String organisation,
            String applicant,
            List<Shown> shown,
            LocalDate beginsOn,
            LocalDate endsOn) {}

    /**
     * 一页公示.
     *
     * @param next what to ask for the next page with; null when this is the last
     */
    public record Board(List<Notice> items, String next) {}

    /**
     * 异议.
     *
     * @param by who raised it; officers only
     * @param answer null while it waits for one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Objection(
            UUID id, Instant raisedAt, String by, String reason, String answer, Boolean upheld, Instant answeredAt) {}

    /**
     * 本件公示, for those who handle the case.
     *
     * @param required does the item ask for publicity at all?
     * @param running the id of the one that is up, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfCase(
            boolean required,
            boolean counted,
            UUID running,
            LocalDate endsOn,
            List<Shown> shown,
            int times,
            List<Objection> objections) {}

    /** What is up now, the newest first; open to everybody. */
    @Transactional
    public Board open(String after, int max) {
        List<PublicityBoard.Row> rows = board.open(place(after), max + 1);
        boolean more = rows.size() > max;
        List<PublicityBoard.Row> shown = more ? rows.subList(0, max) : rows;
        return new Board(
                shown.stream().map(this::notice).toList(),
                more ? Long.toString(shown.get(shown.size() - 1).seq()) : null);
    }

    private static Long place(String after) {
        return after != null && after.matches("\\d{1,18}") ? Long.valueOf(after) : null;
    }

    /** One that is up; refuses with 404 what is over, as if it had never been. */
    @Transactional
    public Notice one(UUID id) {
        return board.find(id)
                .filter(row -> row.endsOn() != null)
                .map(this::notice)
                .orElseThrow(() -> Refusal.notFound("这份公示"));
    }

    private Notice notice(PublicityBoard.Row row) {
        return new Notice(
                row.id(),
                row.itemCode(),
                row.itemName(),
                directory.department(row.organisation()).name(),
                row.applicantMasked(),
                row.shown().stream()
                        .map(line -> new Shown(line.label(), line.value()))
                        .toList(),
                row.beginsOn(),
                row.endsOn());
    }

    /** What this person objected here, also after it is over; nothing for one who did not. */
    @Transactional
    public List<Objection> mine(Actor actor, UUID publicity) {
        return board.find(publicity).stream()
                .flatMap(row -> objections(desk.lookFor(actor, row.caseId())).stream())
                .filter(pair -> pair.party() == actor.id() && pair.publicity().equals(publicity.toString()))
                .map(Pair::objection)
                .map(o -> new Objection(o.id(), o.raisedAt(), null, o.reason(), o.answer(), o.upheld(), o.answeredAt()))
                .toList();
    }

    /** The notice of this case to which this person objected; a message to him names the case that he may not see. */
    @Transactional
    public Optional<UUID> objectedIn(Actor actor, CaseNo no) {
        return board.ofCase(no.value()).stream()
                .map(PublicityBoard.Row::id)
                .filter(id -> !mine(actor, id).isEmpty())
                .findFirst();
    }

    /** For the desk; who may not see the case is told that it is not there, the applicant's side sees no objection. */
    @Transactional
    public OfCase ofCase(Actor actor, CaseNo no) {
        OpenCase open = desk.look(actor, no);
        CaseRecord running = open.openRecord(RecordKind.PUBLICITY).orElse(null);
        return new OfCase(
                open.item().course().publicity().isPresent(),
                open.item().course().publicity().map(rule -> rule.counted()).orElse(true),
                running == null ? null : running.id(),
                running == null ? null : open.dueOn(ClockKind.PUBLICITY).orElse(null),
                running == null ? List.of() : shown(open.words(running)),
                open.records(RecordKind.PUBLICITY).size(),
                actor.officer() ? objections(open).stream().map(Pair::objection).toList() : List.of());
    }

    private static List<Shown> shown(JsonNode words) {
        List<Shown> lines = new java.util.ArrayList<>();
        words.path("shown")
                .forEach(line -> lines.add(new Shown(
                        line.path("label").asText(), line.path("value").asText())));
        return lines;
    }

    private record Pair(long party, String publicity, Objection objection) {}

    private static List<Pair> objections(OpenCase open) {
        return open.records(RecordKind.OBJECTION).stream()
                .map(entry -> {
                    JsonNode words = open.words(entry);
                    return new Pair(
                            words.path("party").asLong(),
                            entry.stepKey(),
                            new Objection(
                                    entry.id(),
                                    entry.openedAt(),
                                    words.path("name").asText(),
                                    words.path("reason").asText(),
                                    words.path("answer").asText(null),
                                    entry.open() ? null : entry.outcome().equals("UPHELD"),
                                    entry.closedAt()));
                })
                .toList();
    }
}
