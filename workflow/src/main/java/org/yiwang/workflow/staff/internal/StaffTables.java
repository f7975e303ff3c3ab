package org.yiwang.workflow.staff.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.workflow.staff.RightsOrder;
import org.yiwang.workflow.staff.StaffEvent;

/** Where orders of rights and their log are kept. */
@ApplicationScoped
public class StaffTables {

    private static final String COLUMNS =
            "id, officer_id, roles, posts, had_roles, had_posts, reason, proposed_by, proposed_at, state, decided_by,"
                    + " decided_at, words";

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 权限: roles and posts together. */
    public record Rights(Set<Role> roles, List<Post> posts) {

        public Rights {
            roles = Set.copyOf(roles);
            posts = posts.stream()
                    .distinct()
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        }

        String roleText() {
            return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
        }

        String postText() {
            return posts.stream().map(Post::toString).collect(Collectors.joining(","));
        }

        static Rights of(Object roles, Object posts) {
            return new Rights(
                    split(roles).stream().map(Role::valueOf).collect(Collectors.toCollection(LinkedHashSet::new)),
                    split(posts).stream().map(Post::parse).toList());
        }

        private static Collection<String> split(Object text) {
            return Arrays.stream(((String) text).split(","))
                    .filter(one -> !one.isEmpty())
                    .toList();
        }
    }

    /** One order as it lies in the table. */
    public record Row(
            UUID id,
            long officer,
            Rights rights,
            Rights had,
            String reason,
            long proposedBy,
            Instant proposedAt,
            RightsOrder.State state,
            Optional<Long> decidedBy,
            Optional<Instant> decidedAt,
            String words) {

        static Row of(Object row) {
            Object[] r = (Object[]) row;
            return new Row(
                    (UUID) r[0],
                    ((Number) r[1]).longValue(),
                    Rights.of(r[2], r[3]),
                    Rights.of(r[4], r[5]),
                    (String) r[6],
                    ((Number) r[7]).longValue(),
                    instant(r[8]),
                    RightsOrder.State.valueOf((String) r[9]),
                    Optional.ofNullable((Number) r[10]).map(Number::longValue),
                    Optional.ofNullable(r[11]).map(StaffTables::instant),
                    (String) r[12]);
        }
    }

    /** One line of the log as it lies in the table. */
    public record Line(
            long id, Instant at, long by, long officer, StaffEvent.Kind kind, Rights rights, String reason) {}

    /** False when a change of this officer is open already. */
    public boolean propose(Row order) {
        return em.createNativeQuery(
                                """
                                INSERT INTO rights_order (id, officer_id, roles, posts, had_roles, had_posts, reason,
                                    proposed_by, proposed_at, state)
                                VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'OPEN')
                                ON CONFLICT (officer_id) WHERE state = 'OPEN' DO NOTHING
                                """)
                        .setParameter(1, order.id().toString())
                        .setParameter(2, order.officer())
                        .setParameter(3, order.rights().roleText())
                        .setParameter(4, order.rights().postText())
                        .setParameter(5, order.had().roleText())
                        .setParameter(6, order.had().postText())
                        .setParameter(7, order.reason())
                        .setParameter(8, order.proposedBy())
                        .setParameter(9, stamp(order.proposedAt()))
                        .executeUpdate()
                == 1;
    }

    /** The order, locked: two who decide at once do so one after the other. */
    public Optional<Row> lock(UUID id) {
        return em
                .createNativeQuery("SELECT " + COLUMNS + " FROM rights_order WHERE id = CAST(?1 AS uuid) FOR UPDATE")
                .setParameter(1, id.toString())
                .getResultList()
                .stream()
                .findFirst()
                .map(Row::of);
    }

    public void decide(UUID id, RightsOrder.State state, long by, String words, Instant at) {
        em.createNativeQuery("UPDATE rights_order SET state = ?1, decided_by = ?2, decided_at = ?3, words = ?4"
                        + " WHERE id = CAST(?5 AS uuid)")
                .setParameter(1, state.name())
                .setParameter(2, by)
                .setParameter(3, stamp(at))
                .setParameter(4, words)
                .setParameter(5, id.toString())
                .executeUpdate();
    }

    /** Those that wait for a decision, the oldest first; there are never many. */
    public List<Row> open() {
        return em
                .createNativeQuery(
                        "SELECT " + COLUMNS + " FROM rights_order WHERE state = 'OPEN' ORDER BY proposed_at, id")
                .getResultList()
                .stream()
                .map(Row::of)
                .toList();
    }

    public void record(long by, Row order, StaffEvent.Kind kind, String reason, Instant at) {
        em.createNativeQuery("INSERT INTO staff_event (at, by_officer, officer_id, kind, roles, posts, reason)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, stamp(at))
                .setParameter(2, by)
                .setParameter(3, order.officer())
                .setParameter(4, kind.name())
                .setParameter(5, order.rights().roleText())
                .setParameter(6, order.rights().postText())
                .setParameter(7, reason)
                .executeUpdate();
    }

    /** The newest first, those older than the line {@code before}. */
    public List<Line> events(long before, int limit) {
        List<?> rows = em.createNativeQuery("SELECT id, at, by_officer, officer_id, kind, roles, posts, reason"
                        + " FROM staff_event WHERE id < ?1 ORDER BY id DESC LIMIT ?2")
                .setParameter(1, before)
                .setParameter(2, limit)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Line(
                        ((Number) r[0]).longValue(),
                        instant(r[1]),
                        ((Number) r[2]).longValue(),
                        ((Number) r[3]).longValue(),
                        StaffEvent.Kind.valueOf((String) r[4]),
                        Rights.of(r[5], r[6]),
                        (String) r[7]))
                .toList();
    }

    private static Instant instant(Object at) {
        return at instanceof Instant instant ? instant : ((Timestamp) at).toInstant();
    }

    private static Timestamp stamp(Instant at) {
        return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
    }
}
