package org.yiwang.integration.timestamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** 时间戳信任: whether a token's signature holds and its signer leads to a certificate we trust. */
final class TokenTrust {

    private TokenTrust() {}

    /** @throws TSPException if it does not, with the reason */
    static void check(TimeStampToken token, List<X509Certificate> anchors) throws TSPException {
        try {
            List<X509Certificate> brought = certificates(token);
            X509Certificate signer = brought.stream()
                    .filter(certificate -> token.getSID().getSerialNumber().equals(certificate.getSerialNumber()))
                    .findFirst()
                    .orElseThrow(() -> new TSPException("the token brings no certificate of its signer"));
            // The signature, the certificate's purpose (only time stamps) and its validity at the stamped time.
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            path(token, signer, brought, anchors);
        } catch (IOException | OperatorCreationException | GeneralSecurityException untrusted) {
            throw new TSPException("the token's signer is not trusted: " + untrusted.getMessage(), untrusted);
        }
    }

    private static void path(
            TimeStampToken token, X509Certificate signer, List<X509Certificate> brought, List<X509Certificate> anchors)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()), target);
        // Revocation is for whoever judges the document later; the trust file is the operator's word.
        parameters.setRevocationEnabled(false);
        parameters.setDate(token.getTimeStampInfo().getGenTime());
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(brought)));
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    private static List<X509Certificate> certificates(TimeStampToken token)
            throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            certificates.add(
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
        }
        return certificates;
    }
}
