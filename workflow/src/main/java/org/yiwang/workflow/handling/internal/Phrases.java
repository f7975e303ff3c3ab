package org.yiwang.workflow.handling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yiwang.workflow.handling.KeepPhrases;

/** Where phrases are kept. */
@ApplicationScoped
public class Phrases {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @SuppressWarnings("unchecked")
    public List<KeepPhrases.Phrase> of(long officer, String department) {
        return ((List<Object[]>) em.createNativeQuery(
                                """
                                (SELECT id, text, false FROM phrase WHERE officer_id = ?1 ORDER BY created_at, id LIMIT 50)
                                UNION ALL
                                (SELECT id, text, true FROM phrase WHERE department = ?2 ORDER BY created_at, id LIMIT 50)
                                """)
                        .setParameter(1, officer)
                        .setParameter(2, department)
                        .getResultList())
                .stream()
                        .map(r -> new KeepPhrases.Phrase((UUID) r[0], (String) r[1], (Boolean) r[2]))
                        .toList();
    }

    /** The department's where one is named, else the officer's own. */
    public KeepPhrases.Phrase add(long officer, String department, String text, Instant at) {
        UUID id = UUID.randomUUID();
        em.createNativeQuery("INSERT INTO phrase (id, officer_id, department, text, created_by, created_at)"
                        + " VALUES (CAST(?1 AS uuid), CAST(?2 AS bigint), CAST(?3 AS varchar), ?4, ?5, ?6)")
                .setParameter(1, id.toString())
                .setParameter(2, department == null ? String.valueOf(officer) : null)
                .setParameter(3, department)
                .setParameter(4, text)
                .setParameter(5, officer)
                .setParameter(6, Timestamp.from(at))
                .executeUpdate();
        return new KeepPhrases.Phrase(id, text, department != null);
    }

    public void remove(UUID id) {
        em.createNativeQuery("DELETE FROM phrase WHERE id = CAST(?1 AS uuid)")
                .setParameter(1, id.toString())
                .executeUpdate();
    }
}
