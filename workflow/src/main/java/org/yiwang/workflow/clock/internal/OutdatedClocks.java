package org.yiwang.workflow.clock.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** 旧日历时钟: open clocks by the calendar they were counted by, found by a partial index however many there are. */
@ApplicationScoped
class OutdatedClocks {

    private static final String OPEN = " AND state IN ('RUNNING', 'PAUSED') ";
    private static final int COUNTED_AT_MOST = 10_000;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** The newest calendar version below this one by which something open was counted. */
    @Transactional
    public OptionalInt below(int version) {
        Object found = em.createNativeQuery(
                        "SELECT max(calendar_version) FROM case_clock WHERE calendar_version < ?1" + OPEN)
                .setParameter(1, version)
                .getSingleResult();
        return found == null ? OptionalInt.empty() : OptionalInt.of(((Number) found).intValue());
    }

    /** Finds and locks the next case counted by that version; passes by those somebody else has unless told to wait. */
    OptionalLong lockNext(int version, long after, boolean wait) {
        return em
                .createNativeQuery("SELECT f.id FROM case_clock c JOIN case_file f ON f.id = c.case_id"
                        + " WHERE c.calendar_version = ?1 AND c.case_id > ?2 AND c.state IN ('RUNNING', 'PAUSED')"
                        + " ORDER BY c.case_id LIMIT 1 FOR UPDATE OF f" + (wait ? "" : " SKIP LOCKED"))
                .setParameter(1, version)
                .setParameter(2, after)
                .getResultList()
                .stream()
                .mapToLong(id -> ((Number) id).longValue())
                .findFirst();
    }

    @Transactional
    public long count(int version) {
        return ((Number) em.createNativeQuery("SELECT count(DISTINCT case_id) FROM (SELECT case_id FROM case_clock"
                                + " WHERE calendar_version < ?1" + OPEN + "LIMIT " + COUNTED_AT_MOST + ") c")
                        .setParameter(1, version)
                        .getSingleResult())
                .longValue();
    }
}
