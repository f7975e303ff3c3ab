package org.yiwang.workflow.credit.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.credit.DishonestyGround;
import org.yiwang.workflow.credit.EntryState;
import org.yiwang.workflow.credit.RequestKind;

/** Where entries are kept: found by the keyed hash of a number alone, their words sealed under the key of the case. */
@ApplicationScoped
public class CreditRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            """
            CAST(e.id AS text), e.subject_hash, e.subject_masked, e.number_masked, e.case_id, e.case_no, e.item_name, e.key_id,
            e.ground, e.reason_sealed, e.entered_by, e.from_on, e.until_on, e.state, e.version
            """;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    SecretBox box;

    /** 一行. */
    public record Row(
            UUID id,
            String subjectHash,
            String subject,
            String number,
            long caseId,
            String caseNo,
            String itemName,
            long keyId,
            DishonestyGround ground,
            String reason,
            String enteredBy,
            LocalDate from,
            LocalDate until,
            EntryState state,
            long version) {

        /** Does it shut the person out on that day? */
        public boolean active(LocalDate day) {
            return state == EntryState.LISTED && !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** 一项请求. */
    public record Request(
            UUID id,
            UUID entry,
            RequestKind kind,
            Instant askedAt,
            String text,
            String outcome,
            Instant decidedAt,
            String answer) {}

    /** Is anything on the list for this subject on that day? One statement on an index. */
    public boolean listed(String subjectHash, LocalDate day) {
        return (Boolean) em.createNativeQuery(
                        """
                        SELECT EXISTS (SELECT 1 FROM dishonesty_entry
                                        WHERE subject_hash = ?1 AND state = 'LISTED'
                                          AND from_on <= CAST(?2 AS date) AND until_on >= CAST(?2 AS date))
                        """)
                .setParameter(1, subjectHash)
                .setParameter(2, day.toString())
                .getSingleResult();
    }

    /** One entry for one ground of one case; again it changes nothing. */
    public void add(Row row, Instant at) {
        em.createNativeQuery(
                        """
                        INSERT INTO dishonesty_entry (id, subject_hash, subject_masked, number_masked, case_id, case_no, item_name,
                            key_id, ground, reason_sealed, entered_by, entered_at, from_on, until_on, state, version)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, CAST(?13 AS date),
                            CAST(?14 AS date), ?15, 1)
                        ON CONFLICT (case_id, ground) DO NOTHING
                        """)
                .setParameter(1, row.id().toString())
                .setParameter(2, row.subjectHash())
                .setParameter(3, row.subject())
                .setParameter(4, row.number())
                .setParameter(5, row.caseId())
                .setParameter(6, row.caseNo())
                .setParameter(7, row.itemName())
                .setParameter(8, row.keyId())
                .setParameter(9, row.ground().name())
                .setParameter(10, seal(row.keyId(), "dishonesty_entry.reason:" + row.id(), row.reason()))
                .setParameter(11, row.enteredBy())
                .setParameter(12, Timestamp.from(at))
                .setParameter(13, row.from().toString())
                .setParameter(14, row.until().toString())
                .setParameter(15, row.state().name())
                .executeUpdate();
    }

    public Optional<Row> lock(UUID id) {
        return rows(em.createNativeQuery("SELECT " + COLUMNS
                                + " FROM dishonesty_entry e WHERE e.id = CAST(?1 AS uuid) FOR UPDATE")
                        .setParameter(1, id.toString()))
                .stream()
                .findFirst();
    }

    /** All that concerns these subjects, the newest first. */
    public List<Row> of(Collection<String> subjectHashes) {
        return rows(em.createNativeQuery("SELECT " + COLUMNS
                        + " FROM dishonesty_entry e WHERE e.subject_hash = ANY (CAST(?1 AS text[]))"
                        + " ORDER BY e.entered_at DESC, e.id")
                .setParameter(1, "{" + String.join(",", subjectHashes) + "}"));
    }

    /**
     * The list for the officers, the newest first; those with a pending request before the others.
     *
     * @param subjectHash only of this subject; empty for all
     */
    public List<Row> list(String subjectHash, EntryState state, int skip, int limit) {
        return rows(em.createNativeQuery(
                        "SELECT " + COLUMNS
                                + """
                         FROM dishonesty_entry e WHERE e.state = ?1 AND (?2 = '' OR e.subject_hash = ?2)
                         ORDER BY EXISTS (SELECT 1 FROM dishonesty_request r
                                           WHERE r.entry_id = e.id AND r.outcome = 'PENDING') DESC,
                                  e.entered_at DESC, e.id OFFSET ?3 LIMIT ?4
                        """)
                .setParameter(1, state.name())
                .setParameter(2, subjectHash)
                .setParameter(3, skip)
                .setParameter(4, limit));
    }

    /** False when another request of this entry waits already. */
    public boolean ask(Row entry, UUID id, RequestKind kind, String by, Instant at, String text) {
        return em.createNativeQuery(
                                """
                                INSERT INTO dishonesty_request (id, entry_id, kind, asked_by, asked_at, words_sealed, outcome)
                                VALUES (CAST(?1 AS uuid), CAST(?2 AS uuid), ?3, ?4, ?5, ?6, 'PENDING') ON CONFLICT DO NOTHING
                                """)
                        .setParameter(1, id.toString())
                        .setParameter(2, entry.id().toString())
                        .setParameter(3, kind.name())
                        .setParameter(4, by)
                        .setParameter(5, Timestamp.from(at))
                        .setParameter(6, seal(entry.keyId(), "dishonesty_request.words:" + id, text))
                        .executeUpdate()
                == 1;
    }

    /** What was asked about these entries, the oldest first, each opened with the key of its entry. */
    public List<Request> requests(Collection<Row> entries) {
        List<?> found = em.createNativeQuery(
                        """
                        SELECT CAST(r.id AS text), CAST(r.entry_id AS text), r.kind, r.asked_at, r.words_sealed, r.outcome,
                               r.decided_at, r.answer_sealed
                          FROM dishonesty_request r WHERE r.entry_id = ANY (CAST(?1 AS uuid[])) ORDER BY r.asked_at, r.id
                        """)
                .setParameter(
                        1,
                        "{"
                                + String.join(
                                        ",",
                                        entries.stream()
                                                .map(entry -> entry.id().toString())
                                                .toList()) + "}")
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> request(row, entries))
                .toList();
    }

    private Request request(Object[] row, Collection<Row> entries) {
        UUID id = UUID.fromString((String) row[0]);
        UUID entry = UUID.fromString((String) row[1]);
        long key = entries.stream()
                .filter(one -> one.id().equals(entry))
                .findFirst()
                .orElseThrow()
                .keyId();
        return new Request(
                id,
                entry,
                RequestKind.valueOf((String) row[2]),
                instant(row[3]),
                open(key, "dishonesty_request.words:" + id, (byte[]) row[4]),
                (String) row[5],
                row[6] == null ? null : instant(row[6]),
                row[7] == null ? null : open(key, "dishonesty_request.answer:" + id, (byte[]) row[7]));
    }

    /** The answer, and what the entry becomes by it. */
    public void decide(Row entry, Request request, EntryState becomes, String by, Instant at, String answer) {
        em.createNativeQuery(
                        """
                        WITH answered AS (UPDATE dishonesty_request SET outcome = ?1, decided_by = ?2, decided_at = ?3,
                                                 answer_sealed = ?4 WHERE id = CAST(?5 AS uuid))
                        UPDATE dishonesty_entry SET state = ?6, version = version + 1 WHERE id = CAST(?7 AS uuid)
                        """)
                .setParameter(1, becomes == EntryState.LISTED ? "REFUSED" : "GRANTED")
                .setParameter(2, by)
                .setParameter(3, Timestamp.from(at))
                .setParameter(4, seal(entry.keyId(), "dishonesty_request.answer:" + request.id(), answer))
                .setParameter(5, request.id().toString())
                .setParameter(6, becomes.name())
                .setParameter(7, entry.id().toString())
                .executeUpdate();
    }

    private List<Row> rows(jakarta.persistence.Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(Object[].class::cast).map(this::row).toList();
    }

    private Row row(Object[] row) {
        UUID id = UUID.fromString((String) row[0]);
        long key = ((Number) row[7]).longValue();
        return new Row(
                id,
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).longValue(),
                (String) row[5],
                (String) row[6],
                key,
                DishonestyGround.valueOf((String) row[8]),
                open(key, "dishonesty_entry.reason:" + id, (byte[]) row[9]),
                (String) row[10],
                day(row[11]),
                day(row[12]),
                EntryState.valueOf((String) row[13]),
                ((Number) row[14]).longValue());
    }

    private static LocalDate day(Object value) {
        return ((Date) value).toLocalDate();
    }

    private static Instant instant(Object value) {
        return value instanceof Timestamp stamp ? stamp.toInstant() : ((java.time.OffsetDateTime) value).toInstant();
    }

    private byte[] seal(long keyId, String place, String text) {
        ObjectNode words = JSON.createObjectNode().put("text", text);
        return box.seal(keyId, place, words.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String open(long keyId, String place, byte[] sealed) {
        try {
            return JSON.readTree(box.open(keyId, place, sealed)).path("text").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
