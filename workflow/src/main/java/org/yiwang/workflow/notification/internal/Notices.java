package org.yiwang.workflow.notification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.yiwang.workflow.notification.NoticeView;

/** 通知表. Boxes are few, so each gives its newest by key and the newest of these make the page. */
@ApplicationScoped
public class Notices {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** A notice on its way out. */
    record Outgoing(String recipient, String title, String body, String reference) {}

    /** Keeps a notice; empty when this order was kept before. */
    public OptionalLong add(
            String orderKey,
            String recipient,
            String topic,
            String caseNo,
            String itemName,
            String title,
            String body,
            Instant at) {
        return em
                .createNativeQuery(
                        """
                        INSERT INTO notice (public_id, order_key, recipient, topic, case_no, item_name, title, body, created_at)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        ON CONFLICT (order_key) DO NOTHING RETURNING id
                        """)
                .setParameter(1, UUID.randomUUID().toString())
                .setParameter(2, orderKey)
                .setParameter(3, recipient)
                .setParameter(4, topic)
                .setParameter(5, caseNo)
                .setParameter(6, itemName)
                .setParameter(7, title)
                .setParameter(8, body)
                .setParameter(9, Timestamp.from(at))
                .getResultList()
                .stream()
                .mapToLong(id -> ((Number) id).longValue())
                .findFirst();
    }

    /** The newest of several boxes, after a notice of the page before. */
    public List<NoticeView> list(List<String> boxes, String reader, Optional<UUID> after, int limit) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT CAST(n.public_id AS text), n.topic, n.title, n.body, n.case_no, n.item_name, n.created_at,
                               EXISTS (SELECT 1 FROM notice_read r WHERE r.notice_id = n.id AND r.reader = ?2)
                          FROM unnest(string_to_array(?1, ',')) AS box(name)
                         CROSS JOIN LATERAL (
                               SELECT * FROM notice WHERE recipient = box.name
                                  AND id < coalesce((SELECT id FROM notice WHERE public_id = CAST(?3 AS uuid)),
                                                    9223372036854775807)
                                ORDER BY id DESC LIMIT ?4) n
                         ORDER BY n.id DESC LIMIT ?4
                        """)
                .setParameter(1, String.join(",", boxes))
                .setParameter(2, reader)
                .setParameter(3, after.map(UUID::toString).orElse("00000000-0000-0000-0000-000000000000"))
                .setParameter(4, limit)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Notices::view).toList();
    }

    private static NoticeView view(Object[] r) {
        return new NoticeView(
                UUID.fromString((String) r[0]),
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                (String) r[5],
                ((Timestamp) r[6]).toInstant(),
                (Boolean) r[7]);
    }

    /** Counts no further than the newest 200 of each box. */
    public int unread(List<String> boxes, String reader) {
        Number n = (Number) em.createNativeQuery(
                        """
                        SELECT least(count(*), 200) FROM unnest(string_to_array(?1, ',')) AS box(name)
                         CROSS JOIN LATERAL (
                               SELECT id FROM notice WHERE recipient = box.name ORDER BY id DESC LIMIT 200) n
                         WHERE NOT EXISTS (SELECT 1 FROM notice_read r WHERE r.notice_id = n.id AND r.reader = ?2)
                        """)
                .setParameter(1, String.join(",", boxes))
                .setParameter(2, reader)
                .getSingleResult();
        return n.intValue();
    }

    /** False when it does not lie in one of these boxes. */
    public boolean markRead(List<String> boxes, String reader, UUID notice, Instant at) {
        List<?> ids = em.createNativeQuery("SELECT id FROM notice WHERE public_id = CAST(?1 AS uuid)"
                        + " AND recipient = ANY (string_to_array(?2, ','))")
                .setParameter(1, notice.toString())
                .setParameter(2, String.join(",", boxes))
                .getResultList();
        if (ids.isEmpty()) {
            return false;
        }
        em.createNativeQuery("INSERT INTO notice_read (notice_id, reader, read_at) VALUES (?1, ?2, ?3)"
                        + " ON CONFLICT (notice_id, reader) DO NOTHING")
                .setParameter(1, ((Number) ids.get(0)).longValue())
                .setParameter(2, reader)
                .setParameter(3, Timestamp.from(at))
                .executeUpdate();
        return true;
    }

    @Transactional
    public Outgoing outgoing(long id) {
        Object[] row = (Object[])
                em.createNativeQuery("SELECT recipient, title, body, CAST(public_id AS text) FROM notice WHERE id = ?1")
                        .setParameter(1, id)
                        .getSingleResult();
        return new Outgoing((String) row[0], (String) row[1], (String) row[2], (String) row[3]);
    }
}
