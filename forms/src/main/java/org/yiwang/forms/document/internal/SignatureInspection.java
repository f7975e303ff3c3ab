package org.yiwang.forms.document.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.yiwang.forms.document.Verification;

/** 签名检查: judges one signature of a PDF by itself: intact, by whom, over how much of the file. */
final class SignatureInspection {

    /**
     * 检查结果.
     *
     * @param result VALID if nothing is wrong with the signature itself
     * @param signedSha256 digest of what it covers
     */
    record Finding(
            Verification.Result result, String signedSha256, Optional<String> signer, Optional<Instant> signedAt) {}

    private static final ASN1ObjectIdentifier STAMP = PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;

    private final List<X509Certificate> anchors;
    private final List<X509Certificate> stampAnchors;

    SignatureInspection(List<X509Certificate> anchors, List<X509Certificate> stampAnchors) {
        this.anchors = anchors;
        this.stampAnchors = stampAnchors;
    }

    Finding inspect(byte[] file, PDSignature signature) {
        int[] range = signature.getByteRange();
        if (!sound(range, file.length)) {
            return tampered();
        }
        byte[] covered = covered(file, range);
        try {
            byte[] cms = HexFormat.of().parseHex(gap(file, range));
            return judge(covered, cms, range[2] + range[3] == file.length);
        } catch (IOException
                | CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException unreadable) {
            return tampered();
        }
    }

    private Finding judge(byte[] covered, byte[] cms, boolean whole)
            throws IOException, CMSException, OperatorCreationException, GeneralSecurityException {
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(covered), contentInfo(cms));
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            return tampered();
        }
        SignerInformation signer = signers.iterator().next();
        List<X509Certificate> certificates = certificates(signed.getCertificates());
        Optional<X509Certificate> own = certificates.stream()
                .filter(certificate -> matches(signer, certificate))
                .findFirst();
        if (own.isEmpty()
                || !signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(own.get()))
                || !names(signer, own.get())) {
            return tampered();
        }
        Optional<Instant> at = stampedAt(signer);
        Verification.Result result = !trusted(own.get(), certificates, anchors, at)
                ? Verification.Result.UNKNOWN_SIGNER
                : whole ? Verification.Result.VALID : Verification.Result.CHANGED_AFTER_SIGNING;
        return new Finding(result, Sha256.hex(covered), Optional.of(name(own.get())), at);
    }

    private static Finding tampered() {
        return new Finding(Verification.Result.TAMPERED, "", Optional.empty(), Optional.empty());
    }

    /** Two pieces with exactly the signature between them, beginning with the file's first byte. */
    private static boolean sound(int[] range, int length) {
        return range != null
                && range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1] + 2
                && range[3] >= 0
                && (long) range[2] + range[3] <= length;
    }

    private static byte[] covered(byte[] file, int[] range) {
        byte[] covered = new byte[range[1] + range[3]];
        System.arraycopy(file, 0, covered, 0, range[1]);
        System.arraycopy(file, range[2], covered, range[1], range[3]);
        return covered;
    }

    /** The hexadecimal signature in the gap; anything else hidden there is not a signature of ours. */
    private static String gap(byte[] file, int[] range) {
        String gap = new String(file, range[1], range[2] - range[1], StandardCharsets.ISO_8859_1);
        if (gap.charAt(0) != '<' || gap.charAt(gap.length() - 1) != '>') {
            throw new IllegalArgumentException("no signature in the gap");
        }
        return gap.substring(1, gap.length() - 1);
    }

    /** Behind the signature there is padding, which is not part of it. */
    private static ContentInfo contentInfo(byte[] cms) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(cms)) {
            return ContentInfo.getInstance(in.readObject());
        }
    }

    private static boolean matches(SignerInformation signer, X509Certificate certificate) {
        return signer.getSID().getSerialNumber().equals(certificate.getSerialNumber());
    }

    /** The signed attribute that ties the signature to this one certificate. */
    private static boolean names(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        Attribute attribute = signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return false;
        }
        ESSCertIDv2 first = SigningCertificateV2.getInstance(
                        attribute.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        return Arrays.equals(first.getCertHash(), Sha256.digest().digest(certificate.getEncoded()));
    }

    private Optional<Instant> stampedAt(SignerInformation signer) {
        try {
            Attribute attribute = signer.getUnsignedAttributes() == null
                    ? null
                    : signer.getUnsignedAttributes().get(STAMP);
            if (attribute == null) {
                return Optional.empty();
            }
            TimeStampToken token = new TimeStampToken(
                    ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
            byte[] imprint = token.getTimeStampInfo().getMessageImprintDigest();
            List<X509Certificate> certificates = certificates(token.getCertificates());
            X509Certificate own = certificates.stream()
                    .filter(certificate -> token.getSID().getSerialNumber().equals(certificate.getSerialNumber()))
                    .findFirst()
                    .orElseThrow();
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(own));
            boolean good = Arrays.equals(imprint, Sha256.digest().digest(signer.getSignature()))
                    && trusted(own, certificates, stampAnchors, Optional.empty());
            return good ? Optional.of(token.getTimeStampInfo().getGenTime().toInstant()) : Optional.empty();
        } catch (TSPException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean trusted(
            X509Certificate own, List<X509Certificate> others, List<X509Certificate> anchors, Optional<Instant> at) {
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(own);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                    anchors.stream()
                            .map(anchor -> new TrustAnchor(anchor, null))
                            .collect(Collectors.toSet()),
                    target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(at.map(Date::from).orElse(own.getNotBefore()));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException untrusted) {
            return false;
        }
    }

    private static List<X509Certificate> certificates(Store<X509CertificateHolder> store)
            throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : store.getMatches(null)) {
            certificates.add(
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
        }
        return certificates;
    }

    private static String name(X509Certificate certificate) throws IOException, GeneralSecurityException {
        var names =
                new X509CertificateHolder(certificate.getEncoded()).getSubject().getRDNs(BCStyle.CN);
        return names.length == 0
                ? certificate.getSubjectX500Principal().getName()
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }
}
