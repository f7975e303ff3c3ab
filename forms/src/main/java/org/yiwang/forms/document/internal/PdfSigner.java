package org.yiwang.forms.document.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.yiwang.forms.document.spi.Seal;

/** 签名写入: puts a detached signature (PAdES) into the empty field of a rendered document. */
final class PdfSigner {

    /** Bytes for signature, certificates and time stamp; an authority's token may bring a chain of long RSA keys. */
    private static final int ROOM = 16_000;

    private PdfSigner() {}

    static SignedPdf sign(byte[] rendered, String signerName, Instant at, Function<byte[], Seal> seal) {
        try (PDDocument document = Loader.loadPDF(
                        new RandomAccessReadBuffer(rendered), null, null, null, IOUtils.createMemoryOnlyStreamCache());
                SignatureOptions options = new SignatureOptions()) {
            PDSignatureField field = (PDSignatureField)
                    document.getDocumentCatalog().getAcroForm(null).getField(Renderer.SIGNATURE_FIELD);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            PDRectangle box = widget.getRectangle();
            PDAppearanceDictionary appearance = widget.getAppearance();
            PDSignature signature = signature(signerName, at);
            field.getCOSObject().setItem(COSName.V, signature);
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(signature, options);
            // Adding empties the look of a field that is there already.
            widget.setRectangle(box);
            widget.setAppearance(appearance);
            ByteArrayOutputStream out = new ByteArrayOutputStream(rendered.length + 2 * ROOM + 4096);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            byte[] digest = digest(signing.getContent());
            Seal made = seal.apply(digest);
            signing.setSignature(made.cms());
            return new SignedPdf(out.toByteArray(), HexFormat.of().formatHex(digest), made.signer(), made.signedAt());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PDSignature signature(String signerName, Instant at) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
        signature.setName(signerName);
        signature.setSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, PdfArchive.ZONE)));
        return signature;
    }

    private static byte[] digest(InputStream content) throws IOException {
        MessageDigest sha = Sha256.digest();
        try (content) {
            byte[] buffer = new byte[16 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sha.update(buffer, 0, read);
            }
        }
        return sha.digest();
    }
}
