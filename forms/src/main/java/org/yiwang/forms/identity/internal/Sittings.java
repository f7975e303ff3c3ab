package org.yiwang.forms.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;

/** Where sittings are kept: one row each, found by the hash of its secret. Called within the caller's transaction. */
@ApplicationScoped
public class Sittings {

    private static final String COLUMNS =
            """
            SELECT s.id, s.account_id, s.device_id, s.kind, s.subject_id, s.channel,
                   coalesce(p.masked_name, a.display_name, ''), s.idle_seconds,
                   extract(epoch FROM s.renewed_at) * 1000, extract(epoch FROM s.expires_at) * 1000,
                   extract(epoch FROM s.ends_at) * 1000
              FROM sitting s
              LEFT JOIN party p ON s.kind = 'CITIZEN' AND p.id = s.subject_id
              LEFT JOIN account a ON a.id = nullif(s.account_id, 0)
             WHERE coalesce(a.disabled, false) = false AND
            """;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public void open(Sitting sitting, String tokenHash, String series, String rememberHash) {
        em.createNativeQuery(
                        """
                        INSERT INTO sitting (account_id, device_id, kind, subject_id, channel, idle_seconds, renewed_at,
                                             expires_at, ends_at, token_hash, series, remember_hash, rotated_at)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, CAST(?7 AS timestamptz), CAST(?8 AS timestamptz),
                                CAST(?9 AS timestamptz), ?10, nullif(?11, ''), nullif(?12, ''), CAST(?7 AS timestamptz))
                        """)
                .setParameter(1, sitting.accountId())
                .setParameter(2, sitting.deviceId())
                .setParameter(3, sitting.kind().name())
                .setParameter(4, sitting.subjectId())
                .setParameter(5, sitting.channel().name())
                .setParameter(6, sitting.idleSeconds())
                .setParameter(7, sitting.renewedAt().toString())
                .setParameter(8, sitting.expiresAt().toString())
                .setParameter(9, sitting.endsAt().toString())
                .setParameter(10, tokenHash)
                .setParameter(11, series)
                .setParameter(12, rememberHash)
                .executeUpdate();
    }

    public Optional<Sitting> byToken(String tokenHash) {
        return one("s.token_hash = ?1", tokenHash, "");
    }

    /** By what the remember cookie carries; the secret before the last one still counts for a moment. */
    public Optional<Sitting> bySeries(String series, String rememberHash) {
        return one("s.series = ?1 AND s.remember_hash = ?2 FOR UPDATE OF s", series, rememberHash);
    }

    /** Whether the secret was the right one until a moment ago: two requests of one page came at once. */
    public Optional<Sitting> byFormerSecret(String series, String rememberHash, Instant rotatedAfter) {
        return one(
                "s.series = ?1 AND s.remember_before = ?2 AND s.rotated_at > CAST('" + rotatedAfter
                        + "' AS timestamptz)",
                series,
                rememberHash);
    }

    public void renew(long id, Instant now, Instant expiresAt) {
        em.createNativeQuery(
                        "UPDATE sitting SET renewed_at = CAST(?1 AS timestamptz), expires_at = CAST(?2 AS timestamptz) WHERE id = ?3")
                .setParameter(1, now.toString())
                .setParameter(2, expiresAt.toString())
                .setParameter(3, id)
                .executeUpdate();
    }

    /** New secrets for the same sitting. */
    public void rotate(long id, Instant now, Instant expiresAt, String tokenHash, String rememberHash) {
        em.createNativeQuery(
                        """
                        UPDATE sitting
                           SET token_hash = ?1, remember_before = remember_hash, remember_hash = ?2,
                               rotated_at = CAST(?3 AS timestamptz), renewed_at = CAST(?3 AS timestamptz),
                               expires_at = CAST(?4 AS timestamptz)
                         WHERE id = ?5
                        """)
                .setParameter(1, tokenHash)
                .setParameter(2, rememberHash)
                .setParameter(3, now.toString())
                .setParameter(4, expiresAt.toString())
                .setParameter(5, id)
                .executeUpdate();
    }

    public void close(String tokenHash) {
        em.createNativeQuery("DELETE FROM sitting WHERE token_hash = ?1")
                .setParameter(1, tokenHash)
                .executeUpdate();
    }

    /** A secret of this series that never was or no longer is: somebody copied the cookie. All end. */
    public int closeSeries(String series) {
        return em.createNativeQuery("DELETE FROM sitting WHERE series = ?1")
                .setParameter(1, series)
                .executeUpdate();
    }

    /** Nobody else may still be signed in at a kiosk that a person begins to use. */
    public void closeAt(long deviceId) {
        em.createNativeQuery("DELETE FROM sitting WHERE device_id = ?1")
                .setParameter(1, deviceId)
                .executeUpdate();
    }

    /** A device that was set up to stay; its short sittings, as a program's, go on. */
    public void closeDevice(long accountId, Instant endingAfter) {
        em.createNativeQuery(
                        "DELETE FROM sitting WHERE account_id = ?1 AND kind = 'KIOSK' AND ends_at > CAST(?2 AS timestamptz)")
                .setParameter(1, accountId)
                .setParameter(2, endingAfter.toString())
                .executeUpdate();
    }

    /** Forgets what ended before; called now and then. */
    public void forget(Instant endedBefore) {
        em.createNativeQuery("DELETE FROM sitting WHERE ends_at < CAST(?1 AS timestamptz)")
                .setParameter(1, endedBefore.toString())
                .executeUpdate();
    }

    private Optional<Sitting> one(String condition, String first, String second) {
        var query = em.createNativeQuery(COLUMNS + condition).setParameter(1, first);
        if (!second.isEmpty()) {
            query.setParameter(2, second);
        }
        List<?> rows = query.getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(read((Object[]) rows.get(0)));
    }

    private static Sitting read(Object[] row) {
        return new Sitting(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                Actor.Kind.valueOf((String) row[3]),
                number(row[4]),
                Channel.valueOf((String) row[5]),
                (String) row[6],
                (int) number(row[7]),
                Instant.ofEpochMilli(number(row[8])),
                Instant.ofEpochMilli(number(row[9])),
                Instant.ofEpochMilli(number(row[10])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
