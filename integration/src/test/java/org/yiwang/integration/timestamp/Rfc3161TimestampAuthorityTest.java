package org.yiwang.integration.timestamp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.forms.document.spi.SealUnavailable;
import org.yiwang.forms.document.spi.TimestampService;

/** Against a small authority of its own, over HTTP. */
class Rfc3161TimestampAuthorityTest extends TimestampServiceContract {

    private SmallTsa tsa;
    private TimestampService service;

    @BeforeEach
    void open() throws IOException {
        tsa = new SmallTsa(authority.timestamp(), CLOCK);
        service = new Rfc3161TimestampAuthority(
                tsa.address(), List.of(authority.root().certificate()), Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        tsa.close();
    }

    @Override
    TimestampService service() {
        return service;
    }

    private void isNotTaken(Consumer<SmallTsa> misbehaviour) throws Exception {
        misbehaviour.accept(tsa);
        byte[] digest = digest("x");
        assertThrows(SealUnavailable.class, () -> service.stamp(digest));
    }

    private static TimeStampRequest question(byte[] imprint, BigInteger nonce) {
        TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        return asking.generate(NISTObjectIdentifiers.id_sha256, imprint, nonce);
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() throws Exception {
        byte[] other = digest("another");
        isNotTaken(tsa -> tsa.mishears = asked -> question(other, asked.getNonce()));
    }

    @Test
    void refusesAnOldAnswerPlayedAgain() throws Exception {
        isNotTaken(tsa -> tsa.mishears = asked -> question(asked.getMessageImprintDigest(), BigInteger.TEN));
    }

    @Test
    void refusesASignerThatDoesNotLeadToTheTrustFile() throws Exception {
        isNotTaken(tsa -> tsa.signer = authority().timestamp());
    }

    @Test
    void refusesATokenWhoseSignatureDoesNotHold() throws Exception {
        isNotTaken(tsa -> tsa.spoils = answer -> {
            answer[answer.length - 3] ^= 1;
            return answer;
        });
    }

    @Test
    void takesARefusalOfTheAuthorityForNoAnswer() throws Exception {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.3");
        isNotTaken(tsa -> tsa.mishears = asked ->
                new TimeStampRequestGenerator().generate(unknown, asked.getMessageImprintDigest(), asked.getNonce()));
    }

    @Test
    void takesErrorsAndOtherTypesForNoAnswer() throws Exception {
        isNotTaken(tsa -> tsa.status = 503);
        isNotTaken(tsa -> {
            tsa.status = 200;
            tsa.type = "text/html";
        });
    }

    @Test
    void takesGarbageAndFloodsForNoAnswer() throws Exception {
        isNotTaken(tsa -> tsa.spoils = answer -> "not a token".getBytes(StandardCharsets.UTF_8));
        isNotTaken(tsa -> tsa.spoils = answer -> Arrays.copyOf(answer, 1_000_000));
    }

    @Test
    void waitsWhenNobodyAnswers() throws Exception {
        tsa.close();
        byte[] digest = digest("x");
        assertThrows(SealUnavailable.class, () -> service.stamp(digest));
    }

    @Test
    void cannotBeSetUpWithoutAddressOrTrust() {
        List<java.security.cert.X509Certificate> trust =
                List.of(authority.root().certificate());
        URI local = URI.create("file:///etc/passwd");
        assertThrows(IllegalArgumentException.class, () -> new Rfc3161TimestampAuthority(local, trust, Duration.ZERO));
        URI tsaAddress = tsa.address();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Rfc3161TimestampAuthority(tsaAddress, List.of(), Duration.ofSeconds(1)));
    }

    @Test
    void readsTheTrustFileAndStopsAtAnEmptyOne(@TempDir Path folder) throws Exception {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(authority.root().certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Path file = Files.writeString(folder.resolve("trust.pem"), pem);

        assertEquals(List.of(authority.root().certificate()), TrustFile.read(file));

        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThrows(IllegalStateException.class, () -> TrustFile.read(empty));
        assertThrows(IllegalStateException.class, () -> TrustFile.read(folder.resolve("none.pem")));
    }
}
