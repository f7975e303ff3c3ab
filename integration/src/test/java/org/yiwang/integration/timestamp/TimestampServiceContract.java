package org.yiwang.integration.timestamp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.document.spi.TimestampService;
import org.yiwang.forms.platform.Profile;
import org.yiwang.integration.seal.DevelopmentAuthority;
import org.yiwang.integration.seal.MemoryCabinet;

/** 时间戳服务约定: what every adapter of the port keeps. */
abstract class TimestampServiceContract {

    static final Instant NOW = Instant.parse("2026-11-23T01:02:03Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final DevelopmentAuthority authority = authority();

    static DevelopmentAuthority authority() {
        return new DevelopmentAuthority(new MemoryCabinet(), Profile.TEST);
    }

    abstract TimestampService service();

    static byte[] digest(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TimeStampToken token(byte[] der) throws Exception {
        return new TimeStampToken(new CMSSignedData(der));
    }

    @Test
    void stampsTheDigestItWasGivenAndTheTime() throws Exception {
        byte[] digest = digest("准予许可决定书");

        TimeStampToken token = token(service().stamp(digest));

        assertArrayEquals(digest, token.getTimeStampInfo().getMessageImprintDigest());
        assertEquals(NISTObjectIdentifiers.id_sha256, token.getTimeStampInfo().getMessageImprintAlgOID());
        assertEquals(NOW, token.getTimeStampInfo().getGenTime().toInstant());
    }

    @Test
    void theTokenLeadsToItsAnchorsAndToNoOther() throws Exception {
        TimeStampToken token = token(service().stamp(digest("x")));

        assertDoesNotThrow(() -> TokenTrust.check(token, service().anchors()));
        List<X509Certificate> strangers = List.of(authority().root().certificate());
        assertThrows(TSPException.class, () -> TokenTrust.check(token, strangers));
    }

    @Test
    void noTwoTokensHaveTheSameNumber() throws Exception {
        byte[] digest = digest("x");

        assertNotEquals(
                token(service().stamp(digest)).getTimeStampInfo().getSerialNumber(),
                token(service().stamp(digest)).getTimeStampInfo().getSerialNumber());
    }
}
