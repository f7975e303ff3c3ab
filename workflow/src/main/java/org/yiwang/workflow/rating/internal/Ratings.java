package org.yiwang.workflow.rating.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.SecretBox;

/** Where ratings are kept: the grade in the open for statistics, the words sealed, the rater as a keyed hash. */
@ApplicationScoped
public class Ratings {

    private static final ObjectMapper JSON = new ObjectMapper();

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    SecretBox box;

    /** 评价对象: a case or a window visit, and the department that served. */
    public record Subject(Long caseId, UUID visitId, String department, String itemCode, long keyId) {}

    /** 已有评价. */
    public record Row(
            UUID id,
            Long caseId,
            UUID visitId,
            int level,
            List<String> tags,
            String channel,
            String source,
            long keyId,
            String rater,
            boolean excluded,
            Integer reLevel,
            Instant ratedAt,
            byte[] sealed) {}

    /**
     * Keeps a grade; in place of one that was only assumed.
     *
     * @return its id, or empty when it has been rated already
     */
    public Optional<UUID> add(
            Subject of,
            int level,
            List<String> tags,
            int standard,
            Channel channel,
            String by,
            ObjectNode said,
            Instant at) {
        UUID id = UUID.randomUUID();
        byte[] sealed = box.seal(of.keyId(), place(id), said.toString().getBytes(StandardCharsets.UTF_8));
        // An assumed grade is nobody's: the first who really rates takes its place.
        em.createNativeQuery("DELETE FROM rating WHERE source = 'DEFAULT' AND case_id = ?1")
                .setParameter(1, of.caseId() == null ? -1L : of.caseId())
                .executeUpdate();
        int rows = em.createNativeQuery(
                        """
                        INSERT INTO rating (id, case_id, visit_id, level, channel, source, sealed, rated_at, department,
                                            item_code, key_id, tags, standard, rater)
                        VALUES (CAST(?1 AS uuid), CAST(?2 AS bigint), CAST(?3 AS uuid), ?4, ?5, 'ACTIVE', ?6, ?7, ?8, ?9,
                                ?10, ?11, ?12, ?13) ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, id.toString())
                .setParameter(2, of.caseId() == null ? null : of.caseId().toString())
                .setParameter(3, of.visitId() == null ? null : of.visitId().toString())
                .setParameter(4, level)
                .setParameter(5, channel.name())
                .setParameter(6, sealed)
                .setParameter(7, Timestamp.from(at))
                .setParameter(8, of.department())
                .setParameter(9, of.itemCode())
                .setParameter(10, of.keyId())
                .setParameter(11, String.join(",", tags))
                .setParameter(12, standard)
                .setParameter(13, hash(by))
                .executeUpdate();
        return rows == 1 ? Optional.of(id) : Optional.empty();
    }

    public String hash(String by) {
        return box.lookupHash("rater", by);
    }

    /** 窗口服务. */
    public record Visit(UUID id, long clerk, String department, Instant at) {}

    public UUID openVisit(long clerk, String department, Instant at) {
        UUID id = UUID.randomUUID();
        em.createNativeQuery(
                        "INSERT INTO window_visit (id, clerk_id, department, at) VALUES (CAST(?1 AS uuid), ?2, ?3, ?4)")
                .setParameter(1, id.toString())
                .setParameter(2, clerk)
                .setParameter(3, department)
                .setParameter(4, Timestamp.from(at))
                .executeUpdate();
        return id;
    }

    public Optional<Visit> visit(UUID id) {
        List<?> rows = em.createNativeQuery(
                        "SELECT clerk_id, department, at FROM window_visit WHERE id = CAST(?1 AS uuid)")
                .setParameter(1, id.toString())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Visit(id, ((Number) r[0]).longValue(), (String) r[1], ((Timestamp) r[2]).toInstant()))
                .findFirst();
    }

    /** 追评: false when it was done already. */
    public boolean again(Row rating, int level, Channel channel, ObjectNode said, Instant at) {
        byte[] sealed = box.seal(
                rating.keyId(), place(rating.id()) + ":2", said.toString().getBytes(StandardCharsets.UTF_8));
        return em.createNativeQuery(
                                """
                                UPDATE rating SET re_level = ?1, re_channel = ?2, re_sealed = ?3, re_rated_at = ?4
                                 WHERE id = CAST(?5 AS uuid) AND re_level IS NULL
                                """)
                        .setParameter(1, level)
                        .setParameter(2, channel.name())
                        .setParameter(3, sealed)
                        .setParameter(4, Timestamp.from(at))
                        .setParameter(5, rating.id().toString())
                        .executeUpdate()
                == 1;
    }

    public void exclude(UUID id) {
        em.createNativeQuery("UPDATE rating SET excluded = true WHERE id = CAST(?1 AS uuid)")
                .setParameter(1, id.toString())
                .executeUpdate();
    }

    public Optional<Row> find(UUID id) {
        return one("id = CAST(?1 AS uuid)", id.toString());
    }

    /** What somebody said of this case; what was only assumed is nobody's word. */
    public Optional<Row> ofCase(long caseId) {
        return one("source = 'ACTIVE' AND case_id = CAST(?1 AS bigint)", Long.toString(caseId));
    }

    public Optional<Row> ofVisit(UUID visit) {
        return one("visit_id = CAST(?1 AS uuid)", visit.toString());
    }

    private Optional<Row> one(String where, String value) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT CAST(id AS text), case_id, CAST(visit_id AS text), level, tags, channel, source, key_id, rater,
                               excluded, re_level, rated_at, sealed
                          FROM rating WHERE
                        """
                                + where)
                .setParameter(1, value)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Ratings::row).findFirst();
    }

    private static Row row(Object[] r) {
        String tags = (String) r[4];
        return new Row(
                UUID.fromString((String) r[0]),
                r[1] == null ? null : ((Number) r[1]).longValue(),
                r[2] == null ? null : UUID.fromString((String) r[2]),
                ((Number) r[3]).intValue(),
                tags.isEmpty() ? List.of() : List.of(tags.split(",")),
                (String) r[5],
                (String) r[6],
                ((Number) r[7]).longValue(),
                (String) r[8],
                (Boolean) r[9],
                r[10] == null ? null : ((Number) r[10]).intValue(),
                ((Timestamp) r[11]).toInstant(),
                (byte[]) r[12]);
    }

    /** Whom to tell what has become of the rating; nobody is known for a window visit. */
    public Optional<Long> applicantOf(Long caseId) {
        List<?> rows = em.createNativeQuery("SELECT applicant_id FROM case_file WHERE id = ?1")
                .setParameter(1, caseId == null ? -1L : caseId)
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).findFirst();
    }

    /** Once a request: an officer has read what was said of a case. */
    public void logRead(Instant at, String actor, long caseId, String traceId) {
        em.createNativeQuery(
                        """
                        INSERT INTO access_log (at, actor, case_id, ground, trace_id)
                        SELECT CAST(?1 AS timestamptz), ?2, CAST(?3 AS bigint), '差评处置', ?4
                         WHERE NOT EXISTS (SELECT 1 FROM access_log
                                            WHERE case_id = CAST(?3 AS bigint) AND actor = ?2 AND trace_id = ?4)
                        """)
                .setParameter(1, Timestamp.from(at))
                .setParameter(2, actor)
                .setParameter(3, caseId)
                .setParameter(4, traceId)
                .executeUpdate();
    }

    /** What the rater wrote; empty when he wrote nothing. */
    public String words(Row rating) {
        if (rating.sealed().length == 0) {
            return "";
        }
        try {
            JsonNode said = JSON.readTree(box.open(rating.keyId(), place(rating.id()), rating.sealed()));
            return said.path("text").asText("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(UUID rating) {
        return "rating:" + rating;
    }
}
