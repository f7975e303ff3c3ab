package org.yiwang.workflow.interest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.interest.internal.InterestRows;
import org.yiwang.workflow.organisation.Directory;

/** 与我有关的办件: an interested party reads what he was told and what he said; of the case itself nothing else. */
@ApplicationScoped
public class ReadInterests {

    @Inject
    InterestRows rows;

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    /**
     * 一项告知.
     *
     * @param applicant masked
     * @param hearing may he ask for a hearing?
     * @param state TOLD, LAPSED, STATED, WAIVED or HEARING
     * @param until the last day to state; null before the notice was served
     * @param letters those that are for him
     * @param canState may he still say something?
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Matter(
            UUID id,
            String caseNo,
            String itemName,
            String organisation,
            String applicant,
            String ground,
            boolean hearing,
            String state,
            LocalDate until,
            String statement,
            Instant statedAt,
            List<Letter> letters,
            boolean canState) {}

    /** 文书. */
    public record Letter(UUID id, String title, String number) {}

    /** All of his, the newest first. */
    @Transactional
    public List<Matter> mine(Actor actor) {
        needCitizen(actor);
        return rows.of(actor.id()).stream().map(row -> matter(actor, row)).toList();
    }

    /** One of his; that of somebody else is not found (404). */
    @Transactional
    public Matter one(Actor actor, UUID id) {
        needCitizen(actor);
        return rows.one(actor.id(), id).map(row -> matter(actor, row)).orElseThrow(() -> Refusal.notFound("这项告知"));
    }

    private static void needCitizen(Actor actor) {
        if (!actor.citizen()) {
            throw Refusal.forbidden("“与我有关的办件”只对个人和单位账号开放。");
        }
    }

    private Matter matter(Actor actor, InterestRows.Row row) {
        OpenCase open = desk.lookFor(actor, row.caseId());
        CaseRecord entry = open.records(RecordKind.INTERESTED_PARTY).stream()
                .filter(one -> one.id().equals(row.id()))
                .findFirst()
                .orElseThrow();
        JsonNode said = open.words(entry);
        InterestState state = InterestState.of(entry);
        boolean lapsed = entry.open() && state.over(open.today());
        return new Matter(
                entry.id(),
                open.file().caseNo().value(),
                open.file().itemName(),
                directory.department(open.file().organisation()).name(),
                open.file().applicantMasked(),
                said.path("ground").asText(),
                said.path("hearing").asBoolean(),
                lapsed ? "LAPSED" : entry.outcome(),
                entry.dueOn(),
                said.path("statement").asText(null),
                said.has("statedAt") ? Instant.parse(said.path("statedAt").asText()) : null,
                open.papers().stream()
                        .filter(paper -> entry.id().equals(paper.addressee()) && paper.registered())
                        .map(paper -> new Letter(paper.id(), paper.title(), paper.number()))
                        .toList(),
                entry.open()
                        && !lapsed
                        && Transitions.lawful(
                                CaseAction.RECORD_STATEMENT, open.file().status()));
    }
}
