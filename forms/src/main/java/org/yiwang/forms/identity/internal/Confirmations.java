package org.yiwang.forms.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Where confirmations are kept until they are used or run out. */
@ApplicationScoped
public class Confirmations {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** Keeps one and forgets those that have run out. */
    @Transactional
    public void keep(String hash, String tokenHash, Instant now, Instant expiresAt) {
        em.createNativeQuery(
                        """
                        WITH gone AS (DELETE FROM confirmation WHERE expires_at < CAST(?4 AS timestamptz))
                        INSERT INTO confirmation (hash, token_hash, expires_at)
                        VALUES (?1, ?2, CAST(?3 AS timestamptz))
                        """)
                .setParameter(1, hash)
                .setParameter(2, tokenHash)
                .setParameter(3, expiresAt.toString())
                .setParameter(4, now.toString())
                .executeUpdate();
    }

    /** True for exactly one of those who bring it. Within the caller's transaction. */
    public boolean use(String hash, String tokenHash, Instant now) {
        return em.createNativeQuery(
                                """
                                DELETE FROM confirmation
                                 WHERE hash = ?1 AND token_hash = ?2 AND expires_at > CAST(?3 AS timestamptz)
                                """)
                        .setParameter(1, hash)
                        .setParameter(2, tokenHash)
                        .setParameter(3, now.toString())
                        .executeUpdate()
                == 1;
    }
}
