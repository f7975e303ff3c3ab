package org.yiwang.test.doctor;

import java.security.Security;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.yiwang.workflow.casefile.EventDigest;

/**
 * 每日摘要链: holds each digest against the one before, against the events it covers and against its time stamp. Where the
 * certificate of this installation's own time-stamp authority is known, the stamp must be by it.
 */
final class DigestChain {

    private final Connection connection;
    private final List<String> broken = new ArrayList<>();
    private long digests;
    private long unstamped;

    DigestChain(Connection connection) {
        this.connection = connection;
    }

    /** What does not fit; empty when all is well. */
    List<String> broken() throws SQLException {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
        walk();
        events();
        return broken;
    }

    long digests() {
        return digests;
    }

    /** Made but not yet stamped: normal for a moment. */
    long unstamped() {
        return unstamped;
    }

    private void walk() throws SQLException {
        Optional<X509CertificateHolder> root = root();
        String before = EventDigest.GENESIS;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT d.*, s.token FROM event_digest d LEFT JOIN event_digest_stamp s ON s.digest = d.number"
                                + " ORDER BY d.number")) {
            while (row.next()) {
                EventDigest digest = digest(row);
                digests++;
                if (digest.number() != digests || !digest.follows(before, heads(digest.number()))) {
                    broken.add(digest.day() + ": 摘要 " + digest.number()
                            + " 被改动或前面有缺失 (digest altered, or one before it is missing)");
                }
                stamp(digest, row.getBytes("token"), root);
                before = digest.hash();
            }
        }
    }

    private static EventDigest digest(ResultSet row) throws SQLException {
        return new EventDigest(
                row.getLong("number"),
                row.getObject("day", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("cases"),
                row.getString("prev_hash"),
                row.getString("hash"),
                row.getString("alg"));
    }

    private List<EventDigest.Head> heads(long number) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 'CASE', case_id, seq, hash FROM event_digest_head WHERE digest = ?"
                        + " UNION ALL SELECT 'ERRAND', bundle_id, seq, hash FROM event_digest_errand_head"
                        + " WHERE digest = ?")) {
            statement.setLong(1, number);
            statement.setLong(2, number);
            try (ResultSet row = statement.executeQuery()) {
                List<EventDigest.Head> heads = new ArrayList<>();
                while (row.next()) {
                    heads.add(new EventDigest.Head(
                            EventDigest.Chain.valueOf(row.getString(1)),
                            row.getLong(2),
                            row.getInt(3),
                            row.getString(4)));
                }
                return heads;
            }
        }
    }

    /** A chain rewritten from end to end fits in itself, but no longer what was written down about it that day. */
    private void events() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT f.case_no, h.digest, h.seq FROM event_digest_head h JOIN case_file f ON f.id = h.case_id"
                                + " LEFT JOIN case_event e ON e.case_id = h.case_id AND e.seq = h.seq"
                                + " WHERE e.hash IS DISTINCT FROM h.hash"
                                + " UNION ALL SELECT b.bundle_no, h.digest, h.seq FROM event_digest_errand_head h"
                                + " JOIN case_bundle b ON b.id = h.bundle_id"
                                + " LEFT JOIN case_bundle_event e ON e.bundle_id = h.bundle_id AND e.seq = h.seq"
                                + " WHERE e.hash IS DISTINCT FROM h.hash ORDER BY 2, 1")) {
            while (row.next()) {
                broken.add(row.getString(1) + ": 第 " + row.getInt(3) + " 条事件与摘要 " + row.getLong(2)
                        + " 当天所记不同 (event is not the one in that day's digest)");
            }
        }
    }

    private void stamp(EventDigest digest, byte[] token, Optional<X509CertificateHolder> root) {
        if (token == null) {
            unstamped++;
            return;
        }
        try {
            TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
            boolean same = Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), digest.imprint());
            if (!same || !signed(stamp, root)) {
                broken.add(digest.day() + ": 摘要 " + digest.number() + " 的时间戳不符 (its time stamp does not fit)");
            }
        } catch (Exception e) {
            broken.add(digest.day() + ": 摘要 " + digest.number() + " 的时间戳读不出 (its time stamp cannot be read)");
        }
    }

    private static boolean signed(TimeStampToken stamp, Optional<X509CertificateHolder> root) throws Exception {
        Store<X509CertificateHolder> certificates = stamp.getCertificates();
        Collection<X509CertificateHolder> own = certificates.getMatches(stamp.getSID());
        if (own.size() != 1) {
            return false;
        }
        X509CertificateHolder signer = own.iterator().next();
        stamp.validate(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(BouncyCastleProvider.PROVIDER_NAME)
                .build(signer));
        return root.isEmpty()
                || signer.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(BouncyCastleProvider.PROVIDER_NAME)
                        .build(root.get()));
    }

    /** The root of the development authority; an installation with a real one has none here. */
    private Optional<X509CertificateHolder> root() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT certificate FROM seal_key WHERE name = 'authority'")) {
            return row.next() ? Optional.of(new X509CertificateHolder(row.getBytes(1))) : Optional.empty();
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }
}
