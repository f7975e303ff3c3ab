package org.yiwang.workflow.forward.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.yiwang.forms.platform.Refusal;

/** 交换报文: which messages have been taken. Asked and written while the case is locked. */
@ApplicationScoped
public class ExchangeMessages {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** Has this very message been taken? Refuses (409) a number that was used for something else. */
    public boolean known(String system, String id, String digest) {
        List<?> found = em.createNativeQuery(
                        "SELECT digest FROM exchange_message WHERE system = ?1 AND message_id = ?2")
                .setParameter(1, system)
                .setParameter(2, id)
                .getResultList();
        if (!found.isEmpty() && !found.get(0).toString().equals(digest)) {
            throw Refusal.conflict("MESSAGE_REUSED", "这个报文编号已用于另一份报文，请换一个编号。");
        }
        return !found.isEmpty();
    }

    public void add(String system, String id, String digest, long caseId, Instant at) {
        em.createNativeQuery("INSERT INTO exchange_message (system, message_id, digest, case_id, taken_at)"
                        + " VALUES (?1, ?2, ?3, ?4, CAST(?5 AS timestamptz))")
                .setParameter(1, system)
                .setParameter(2, id)
                .setParameter(3, digest)
                .setParameter(4, caseId)
                .setParameter(5, Timestamp.from(at))
                .executeUpdate();
    }
}
