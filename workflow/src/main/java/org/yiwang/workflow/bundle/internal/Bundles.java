package org.yiwang.workflow.bundle.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yiwang.workflow.bundle.BundleChild;
import org.yiwang.workflow.bundle.BundleEvent;
import org.yiwang.workflow.bundle.CaseBundle;
import org.yiwang.workflow.casefile.CaseNo;

/** Where errands are kept. */
@ApplicationScoped
public class Bundles {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public void add(CaseBundle bundle) {
        em.persist(bundle);
        // Its record refers to it.
        em.flush();
    }

    public void add(BundleChild child) {
        em.persist(child);
    }

    /** Before any of its cases: whoever follows, withdraws or rates it stands in one line. */
    public Optional<CaseBundle> lock(long id) {
        return em.createQuery("select b from CaseBundle b where b.id = :id", CaseBundle.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public Optional<CaseBundle> find(long id) {
        return Optional.ofNullable(em.find(CaseBundle.class, id));
    }

    public Optional<CaseBundle> find(CaseNo no) {
        return em.createQuery("select b from CaseBundle b where b.bundleNo = :no", CaseBundle.class)
                .setParameter("no", no.value())
                .getResultStream()
                .findFirst();
    }

    public List<BundleChild> children(long bundleId) {
        return em.createQuery(
                        "select c from BundleChild c where c.bundleId = :bundle order by c.seq", BundleChild.class)
                .setParameter("bundle", bundleId)
                .getResultList();
    }

    /** Errands of these applicants or submitted by this operator, newest first. */
    public List<CaseBundle> of(List<Long> applicants, long operator, int limit) {
        return em.createQuery(
                        "select b from CaseBundle b where b.applicantId in :applicants or b.operatorId = :operator"
                                + " order by b.id desc",
                        CaseBundle.class)
                .setParameter("applicants", applicants)
                .setParameter("operator", operator)
                .setMaxResults(limit)
                .getResultList();
    }

    public void record(BundleEvent event) {
        em.createNativeQuery(
                        """
                        INSERT INTO case_bundle_event (bundle_id, seq, at, type, actor, body, prev_hash, hash)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, event.bundleId())
                .setParameter(2, event.seq())
                .setParameter(3, Timestamp.from(event.at()))
                .setParameter(4, event.type().name())
                .setParameter(5, event.actor())
                .setParameter(6, event.body())
                .setParameter(7, event.prevHash())
                .setParameter(8, event.hash())
                .executeUpdate();
    }

    public List<BundleEvent> events(long bundleId) {
        List<?> rows = em.createNativeQuery("SELECT seq, at, type, actor, body, prev_hash, hash FROM case_bundle_event"
                        + " WHERE bundle_id = ?1 ORDER BY seq")
                .setParameter(1, bundleId)
                .getResultList();
        return rows.stream().map(row -> event(bundleId, (Object[]) row)).toList();
    }

    private static BundleEvent event(long bundleId, Object[] row) {
        Instant at = ((Timestamp) row[1]).toInstant();
        return new BundleEvent(
                bundleId,
                ((Number) row[0]).intValue(),
                at,
                BundleEvent.Type.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6]);
    }
}
