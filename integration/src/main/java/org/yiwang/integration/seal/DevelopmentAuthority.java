package org.yiwang.integration.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.StartStep;
import org.yiwang.integration.seal.internal.KeyCabinet;

/**
 * 开发用证书机构: makes and keeps the keys of the stand-ins, P-256 with certificates from 2000 to 2099, because platform
 * time may be moved. Refuses to exist in production: its keys lie where the platform itself can reach them.
 */
@ApplicationScoped
public class DevelopmentAuthority implements StartStep {

    /** 密钥与证书. */
    public record Credential(PrivateKey key, X509Certificate certificate) {}

    private enum Use {
        AUTHORITY,
        SEAL,
        TIMESTAMP
    }

    private static final String ROOT = "authority";
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2099-12-31T23:59:59Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyCabinet cabinet;
    private final Profile profile;
    private final Map<String, Credential> known = new ConcurrentHashMap<>();

    protected DevelopmentAuthority() {
        this(null, null);
    }

    @Inject
    public DevelopmentAuthority(KeyCabinet cabinet, Profile profile) {
        this.cabinet = cabinet;
        this.profile = profile;
    }

    @Override
    public int order() {
        return GROUND + 50;
    }

    @Override
    public String name() {
        return "seals";
    }

    /** The authority and the time stamp's key are made at first start, a department's when it is first needed. */
    @Override
    public void run() {
        if (!profile.production()) {
            root();
            timestamp();
        }
    }

    /** Whoever wants to stand on these keys says so at start. */
    public void refuseProduction() {
        if (profile.production()) {
            throw new IllegalStateException(
                    "the development seals and time stamps are refused in production:"
                            + " their keys lie within reach of the platform; connect a seal service and a time-stamp authority");
        }
    }

    public Credential root() {
        return credential(ROOT, "一网开发用证书机构（不得用于生产）", Use.AUTHORITY);
    }

    public Credential timestamp() {
        return credential("timestamp", "一网开发用时间戳服务", Use.TIMESTAMP);
    }

    /** Key of a department; {@code sealName} goes into the certificate when it is made. */
    public Credential department(String code, String sealName) {
        return credential("department:" + code, sealName, Use.SEAL);
    }

    private Credential credential(String name, String subject, Use use) {
        refuseProduction();
        Credential credential = known.get(name);
        if (credential == null) {
            credential = read(cabinet.find(name).orElseGet(() -> cabinet.keep(name, make(subject, use))));
            known.put(name, credential);
        }
        return credential;
    }

    private KeyCabinet.Entry make(String subject, Use use) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Credential issuer = use == Use.AUTHORITY ? null : root();
            PrivateKey signing = issuer == null ? pair.getPrivate() : issuer.key();
            X509Certificate certificate = certificate(subject, use, pair.getPublic(), issuer, signing);
            return new KeyCabinet.Entry(pair.getPrivate().getEncoded(), certificate.getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("cannot make a key for " + subject, impossible);
        }
    }

    private static X509Certificate certificate(
            String subject, Use use, PublicKey key, Credential issuer, PrivateKey signing)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, "一网开发环境")
                .addRDN(BCStyle.CN, subject)
                .build();
        // The issuer's name byte for byte, or paths are not found.
        X500Name from = issuer == null
                ? name
                : X500Name.getInstance(
                        issuer.certificate().getSubjectX500Principal().getEncoded());
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                from, new BigInteger(120, RANDOM).setBit(120), Date.from(FROM), Date.from(TO), name, key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(use == Use.AUTHORITY));
        builder.addExtension(Extension.keyUsage, true, usage(use));
        builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
        if (issuer != null) {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
        }
        if (use == Use.TIMESTAMP) {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing)));
    }

    private static KeyUsage usage(Use use) {
        return use == Use.AUTHORITY
                ? new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                : new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    }

    private static Credential read(KeyCabinet.Entry entry) {
        try {
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(entry.privateKey()));
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(entry.certificate()));
            return new Credential(key, certificate);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a development key cannot be read", broken);
        }
    }
}
