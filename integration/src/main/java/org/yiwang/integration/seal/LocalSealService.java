package org.yiwang.integration.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.yiwang.forms.document.spi.Seal;
import org.yiwang.forms.document.spi.SealRequest;
import org.yiwang.forms.document.spi.SealService;
import org.yiwang.forms.document.spi.TimestampService;

/**
 * 本地签章 (stand-in): signs with a department's development key. The signature is a detached CMS as PAdES wants it: the
 * signing certificate is named in a signed attribute, the time stamp over the signature in an unsigned one.
 */
public class LocalSealService implements SealService {

    private final DevelopmentAuthority authority;
    private final TimestampService stamps;

    public LocalSealService(DevelopmentAuthority authority, TimestampService stamps) {
        authority.refuseProduction();
        this.authority = authority;
        this.stamps = stamps;
    }

    @Override
    public Seal sign(SealRequest request) {
        DevelopmentAuthority.Credential own = authority.department(request.department(), request.sealName());
        try {
            CMSSignedData signed = stamped(signed(own, request.sha256()));
            return new Seal(signed.getEncoded("DER"), commonName(own.certificate()), stampedAt(signed));
        } catch (IOException
                | CMSException
                | TSPException
                | OperatorCreationException
                | GeneralSecurityException broken) {
            throw new IllegalStateException("cannot seal " + request.documentNumber(), broken);
        }
    }

    @Override
    public List<X509Certificate> anchors() {
        return List.of(authority.root().certificate());
    }

    private CMSSignedData signed(DevelopmentAuthority.Credential own, byte[] digest)
            throws CMSException, OperatorCreationException, GeneralSecurityException {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(algorithm -> new Given(algorithm, digest))
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(own.certificate())) {
                    @Override
                    protected Hashtable<ASN1ObjectIdentifier, Attribute> createStandardAttributeTable(
                            java.util.Map parameters) {
                        @SuppressWarnings("unchecked")
                        Hashtable<ASN1ObjectIdentifier, Attribute> table =
                                super.createStandardAttributeTable(parameters);
                        // PAdES: the claimed time stands in the PDF, not in the signature.
                        table.remove(CMSAttributes.signingTime);
                        return table;
                    }
                })
                .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(own.key()),
                        new JcaX509CertificateHolder(own.certificate())));
        generator.addCertificates(
                new JcaCertStore(List.of(own.certificate(), authority.root().certificate())));
        return generator.generate(new CMSAbsentContent());
    }

    private static AttributeTable attributes(X509Certificate certificate) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
        return new AttributeTable(attributes);
    }

    private CMSSignedData stamped(CMSSignedData signed) throws IOException, GeneralSecurityException {
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        byte[] token = stamps.stamp(MessageDigest.getInstance("SHA-256").digest(signer.getSignature()));
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token))));
        SignerInformation with = SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(attributes));
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(List.of(with)));
    }

    private static Instant stampedAt(CMSSignedData signed) throws CMSException, TSPException, IOException {
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        var value = signer.getUnsignedAttributes()
                .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                .getAttrValues()
                .getObjectAt(0);
        return new TimeStampToken(org.bouncycastle.asn1.cms.ContentInfo.getInstance(value))
                .getTimeStampInfo()
                .getGenTime()
                .toInstant();
    }

    private static String commonName(X509Certificate certificate) throws GeneralSecurityException {
        var names = new JcaX509CertificateHolder(certificate)
                .getSubject()
                .getRDNs(org.bouncycastle.asn1.x500.style.BCStyle.CN);
        return org.bouncycastle.asn1.x500.style.IETFUtils.valueToString(
                names[0].getFirst().getValue());
    }

    /** The digest has been computed over there; only it comes here. */
    private record Given(AlgorithmIdentifier algorithm, byte[] digest) implements DigestCalculator {

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public byte[] getDigest() {
            return digest.clone();
        }
    }
}
