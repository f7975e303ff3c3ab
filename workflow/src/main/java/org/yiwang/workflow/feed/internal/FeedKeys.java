package org.yiwang.workflow.feed.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.feed.FeedSignature;

/** 签名密钥: Ed25519 keys of the feed, sealed under a data key of their own; made at first use. */
@ApplicationScoped
public class FeedKeys {

    /** Any number will do, as long as nobody else takes the same: "fkey". */
    private static final long LOCK = 0x666b6579L;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    SecretBox box;

    @Inject
    @MachineTime
    Clock clock;

    private volatile FeedSignature known;

    /** What signs now. */
    @Transactional(TxType.REQUIRES_NEW)
    public FeedSignature signing() {
        Optional<String> newest = newest();
        if (newest.isEmpty()) {
            em.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1)) l")
                    .setParameter(1, LOCK)
                    .getResultList();
            newest = newest().or(() -> Optional.of(make()));
        }
        FeedSignature present = known;
        if (present == null || !present.kid().equals(newest.get())) {
            present = open(newest.get());
            known = present;
        }
        return present;
    }

    /**
     * 公钥.
     *
     * @param key as X.509 has it
     */
    public record Public(String kid, PublicKey key) {}

    /** All public keys, the newest first. */
    @Transactional
    public List<Public> published() {
        List<?> rows = em.createNativeQuery("SELECT kid, public_key FROM feed_key ORDER BY created_at DESC, kid")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Public((String) row[0], publicKey((byte[]) row[1])))
                .toList();
    }

    private Optional<String> newest() {
        List<?> rows = em.createNativeQuery("SELECT kid FROM feed_key ORDER BY created_at DESC, kid LIMIT 1")
                .getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }

    private String make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(FeedSignature.CURVE).generateKeyPair();
            String kid = "feed-" + UUID.randomUUID();
            long keyId = box.newKey();
            em.createNativeQuery(
                            "INSERT INTO feed_key (kid, public_key, key_id, sealed, created_at) VALUES (?1, ?2, ?3, ?4, CAST(?5 AS timestamptz))")
                    .setParameter(1, kid)
                    .setParameter(2, pair.getPublic().getEncoded())
                    .setParameter(3, keyId)
                    .setParameter(
                            4, box.seal(keyId, place(kid), pair.getPrivate().getEncoded()))
                    .setParameter(5, Timestamp.from(clock.instant()))
                    .executeUpdate();
            return kid;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private FeedSignature open(String kid) {
        Object[] row = (Object[]) em.createNativeQuery("SELECT key_id, sealed FROM feed_key WHERE kid = ?1")
                .setParameter(1, kid)
                .getSingleResult();
        byte[] encoded = box.open(((Number) row[0]).longValue(), place(kid), (byte[]) row[1]);
        try {
            PrivateKey key =
                    KeyFactory.getInstance(FeedSignature.CURVE).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new FeedSignature(kid, key);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key " + kid + " cannot be read", broken);
        }
    }

    private static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(FeedSignature.CURVE).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String place(String kid) {
        return "feed_key.sealed:" + kid;
    }
}
