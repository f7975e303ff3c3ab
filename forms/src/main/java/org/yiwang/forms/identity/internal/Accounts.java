package org.yiwang.forms.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where accounts are kept. Counting has a transaction of its own: the refusal that follows must not take the count back.
 */
@ApplicationScoped
public class Accounts {

    /** So many wrong passwords in a row lock the account. */
    static final int ALLOWED = 5;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Transactional
    public Optional<Account> find(String login) {
        return em.createQuery("select a from Account a where a.login = :login", Account.class)
                .setParameter("login", login)
                .getResultStream()
                .findFirst();
    }

    @Transactional
    public Optional<Account> find(long id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    /**
     * 终端账号.
     *
     * @param at when its token was last used, as near as a minute; machine time
     */
    public record Seen(String login, String name, Optional<Instant> at) {}

    /** The accounts of kiosks in use, and when each machine was last heard of. */
    public List<Seen> kiosks() {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT a.login, a.display_name,
                               (SELECT extract(epoch FROM max(s.renewed_at)) * 1000 FROM sitting s
                                 WHERE s.account_id = a.id AND s.kind = 'KIOSK')
                          FROM account a
                         WHERE a.kind = 'KIOSK' AND NOT a.disabled
                         ORDER BY a.login
                        """)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Seen(
                        (String) row[0],
                        (String) row[1],
                        Optional.ofNullable((Number) row[2]).map(ms -> Instant.ofEpochMilli(ms.longValue()))))
                .toList();
    }

    public void add(Account account) {
        em.persist(account);
        em.flush();
    }

    /**
     * Counts an attempt before the password is looked at, so that many at once count one by one; the one that fits takes
     * the count back. False: locked, do not look. A lock that has passed begins a new count.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean attempt(long accountId, Instant now, Instant lockUntil) {
        return em.createNativeQuery(
                                """
                                UPDATE account
                                   SET failures = CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END,
                                       locked_until = CASE WHEN locked_until IS NULL AND failures + 1 >= ?1
                                                           THEN CAST(?2 AS timestamptz) END
                                 WHERE id = ?3 AND (locked_until IS NULL OR locked_until <= CAST(?4 AS timestamptz))
                                """)
                        .setParameter(1, ALLOWED)
                        .setParameter(2, lockUntil.toString())
                        .setParameter(3, accountId)
                        .setParameter(4, now.toString())
                        .executeUpdate()
                == 1;
    }

    /** The password fitted: the count begins anew. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void succeeded(long accountId) {
        em.createQuery("update Account a set a.failures = 0, a.lockedUntil = null where a.id = :id")
                .setParameter("id", accountId)
                .executeUpdate();
    }
}
