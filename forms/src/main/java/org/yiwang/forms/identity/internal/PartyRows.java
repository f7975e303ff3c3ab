package org.yiwang.forms.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where parties and mandates are kept. */
@ApplicationScoped
public class PartyRows {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public Optional<Party> find(long id) {
        return Optional.ofNullable(em.find(Party.class, id));
    }

    public List<Party> find(List<Long> ids) {
        return em.createQuery("select p from Party p where p.id in :ids", Party.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    public Optional<Party> find(UUID publicId) {
        return em.createQuery("select p from Party p where p.publicId = :id", Party.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public Optional<Party> byNumber(String hash) {
        return em.createQuery("select p from Party p where p.numberHash = :hash", Party.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    public void add(Party party) {
        em.persist(party);
    }

    public void add(Mandate mandate) {
        em.persist(mandate);
    }

    public void flush() {
        em.flush();
    }

    /** All that were ever given to this agent and not revoked; few for anybody. */
    public List<Mandate> mandatesOf(long agentId) {
        return em.createQuery(
                        "select m from Mandate m where m.agentId = :agent and m.revokedAt is null order by m.id",
                        Mandate.class)
                .setParameter("agent", agentId)
                .getResultList();
    }

    public boolean hasMandate(String number) {
        return !em.createQuery("select m.id from Mandate m where m.number = :number", Long.class)
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
    }

    /** Two nodes that start at once set up one after the other. */
    public void lockForSetUp() {
        em.createNativeQuery("SELECT CAST(pg_advisory_xact_lock(hashtext('identity.set-up')) AS text)")
                .getSingleResult();
    }
}
