package org.yiwang.integration.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.yiwang.forms.document.spi.TimestampService;
import org.yiwang.integration.seal.DevelopmentAuthority;

/** 本地时间戳 (stand-in): RFC 3161 tokens in platform time, signed with a development key. */
public class LocalTimestampAuthority implements TimestampService {

    /** Policy of this stand-in, below an arc anybody may use (ITU-T X.667). */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.329800735698586629295641978511506172918");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DevelopmentAuthority authority;
    private final Clock clock;

    public LocalTimestampAuthority(DevelopmentAuthority authority, Clock clock) {
        authority.refuseProduction();
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public byte[] stamp(byte[] sha256) {
        DevelopmentAuthority.Credential own = authority.timestamp();
        try {
            DigestCalculator digest = new JcaDigestCalculatorProviderBuilder()
                    .build()
                    .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", own.key(), own.certificate()),
                    digest,
                    POLICY);
            generator.addCertificates(
                    new JcaCertStore(List.of(own.certificate(), authority.root().certificate())));
            TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
            asking.setCertReq(true);
            TimeStampRequest request = asking.generate(NISTObjectIdentifiers.id_sha256, sha256);
            return generator
                    .generate(request, new BigInteger(64, RANDOM), Date.from(clock.instant()))
                    .getEncoded();
        } catch (TSPException | IOException | OperatorCreationException | GeneralSecurityException broken) {
            throw new IllegalStateException("cannot stamp the time", broken);
        }
    }

    @Override
    public List<X509Certificate> anchors() {
        return List.of(authority.root().certificate());
    }
}
