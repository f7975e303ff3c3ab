package org.yiwang.forms.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Where parties and mandates are kept. */
@ApplicationScoped
public class PartyRows {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    MandatesRead read;

    public Optional<Party> find(long id) {
        return Optional.ofNullable(em.find(Party.class, id));
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
        read.forget();
    }

    public void flush() {
        em.flush();
    }

    /**
     * All that were ever given to this agent and not revoked; few for anybody. Asked once in a transaction, together with
     * the parties they are between, who are then at hand to {@link #find(long)}.
     */
    public List<Mandate> mandatesOf(long agentId) {
        return read.of(agentId, () -> em.createQuery(
                        """
                        select m, p, a from Mandate m join Party p on p.id = m.principalId join Party a on a.id = m.agentId
                         where m.agentId = :agent and m.revokedAt is null order by m.id
                        """,
                        Object[].class)
                .setParameter("agent", agentId)
                .getResultStream()
                .map(row -> (Mandate) row[0])
                .toList());
    }

    /** All that this principal ever gave and has not revoked. */
    public List<Mandate> mandatesOn(long principalId) {
        return em.createQuery(
                        "select m from Mandate m where m.principalId = :principal and m.revokedAt is null order by m.id",
                        Mandate.class)
                .setParameter("principal", principalId)
                .getResultList();
    }

    /** Locked until the end of the transaction. */
    public Optional<Mandate> lockMandate(String number) {
        return em.createQuery("select m from Mandate m where m.number = :number and m.revokedAt is null", Mandate.class)
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The next number of the mandates of a year; gaps are normal. */
    public long nextMandateNumber() {
        return ((Number) em.createNativeQuery("SELECT nextval('mandate_number_seq')")
                        .getSingleResult())
                .longValue();
    }

    /** Whoever read mandates in this transaction reads them again. */
    public void mandateChanged() {
        em.flush();
        read.forget();
    }

    public boolean hasMandate(String number) {
        return !em.createQuery("select m.id from Mandate m where m.number = :number", Long.class)
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
    }

    /** Has one of these parties an account that is in use? */
    public boolean hasAccount(long... parties) {
        return ((Number) em.createNativeQuery(
                                        """
                                SELECT count(*) FROM account
                                 WHERE kind = 'CITIZEN' AND NOT disabled AND subject_id = ANY (CAST(?1 AS bigint[]))
                                """)
                                .setParameter(
                                        1,
                                        LongStream.of(parties)
                                                .mapToObj(Long::toString)
                                                .collect(Collectors.joining(",", "{", "}")))
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /** Two nodes that start at once set up one after the other. */
    public void lockForSetUp() {
        em.createNativeQuery("SELECT CAST(pg_advisory_xact_lock(hashtext('identity.set-up')) AS text)")
                .getSingleResult();
    }
}
