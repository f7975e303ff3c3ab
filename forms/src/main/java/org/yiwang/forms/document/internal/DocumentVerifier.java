package org.yiwang.forms.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.yiwang.forms.document.DocumentState;
import org.yiwang.forms.document.Verification;
import org.yiwang.forms.document.Verification.Result;
import org.yiwang.forms.document.spi.SealService;
import org.yiwang.forms.document.spi.TimestampService;
import org.yiwang.forms.platform.Refusal;

/**
 * 验真: the register knows every file we gave out byte for byte; a file it does not know is judged by its signatures, and
 * the gravest finding counts.
 */
@ApplicationScoped
public class DocumentVerifier {

    private DocumentRows rows;
    private SealService seals;
    private TimestampService stamps;

    protected DocumentVerifier() {}

    @Inject
    DocumentVerifier(DocumentRows rows, SealService seals, TimestampService stamps) {
        this.rows = rows;
        this.seals = seals;
        this.stamps = stamps;
    }

    public Optional<Verification> byCode(String code) {
        return rows.byCode(VerificationCode.normalise(code)).map(DocumentVerifier::registered);
    }

    public Verification byFile(byte[] file) {
        if (!startsLikePdf(file)) {
            throw Refusal.of(Refusal.Kind.UNSUPPORTED, "NOT_A_PDF", "只能查验 PDF 文件，请上传文书的电子原件，不要上传照片或者扫描件。");
        }
        return rows.bySha256(Sha256.hex(file)).map(DocumentVerifier::registered).orElseGet(() -> bySignature(file));
    }

    private static Verification registered(OfficialDocument document) {
        return new Verification(
                document.state() == DocumentState.VOID
                        ? Result.VOID
                        : document.revoked() ? Result.REVOKED : Result.VALID,
                Optional.of(document.facts()),
                Optional.ofNullable(document.progress().signer()),
                Optional.ofNullable(document.progress().signedAt()));
    }

    private Verification bySignature(byte[] file) {
        List<SignatureInspection.Finding> findings = findings(file);
        if (findings == null) {
            return told(Result.TAMPERED, null);
        }
        Optional<SignatureInspection.Finding> gravest = findings.stream()
                .min(Comparator.comparing(finding -> finding.result().ordinal()));
        if (gravest.isEmpty()) {
            // A signature that cannot be found any more although its traces are there was damaged, not left out.
            return told(mentionsSignature(file) ? Result.TAMPERED : Result.UNSIGNED, null);
        }
        SignatureInspection.Finding finding = gravest.get();
        if (finding.result() != Result.VALID && finding.result() != Result.CHANGED_AFTER_SIGNING) {
            return told(finding.result(), finding);
        }
        // Signed by one of us and intact, yet not the file that was registered: something outside the signed part
        // differs, or it never was in the register at all.
        return rows.bySignedSha256(finding.signedSha256())
                .map(known -> new Verification(
                        Result.CHANGED_AFTER_SIGNING, Optional.of(known.facts()), finding.signer(), finding.signedAt()))
                .orElseGet(() -> told(Result.UNKNOWN_SIGNER, finding));
    }

    /** Null if the file is too damaged to be read. */
    private List<SignatureInspection.Finding> findings(byte[] file) {
        SignatureInspection inspection = new SignatureInspection(seals.anchors(), stamps.anchors());
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(file), null, null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return document.getSignatureDictionaries().stream()
                    .map(signature -> inspection.inspect(file, signature))
                    .toList();
        } catch (IOException | RuntimeException unreadable) {
            return mentionsSignature(file) ? null : List.of();
        }
    }

    private static Verification told(Result result, SignatureInspection.Finding finding) {
        return new Verification(
                result,
                Optional.empty(),
                finding == null ? Optional.empty() : finding.signer(),
                finding == null ? Optional.empty() : finding.signedAt());
    }

    private static boolean startsLikePdf(byte[] file) {
        return file.length > 5 && new String(file, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    private static boolean mentionsSignature(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.contains("/ByteRange") || text.contains("ETSI.CAdES.detached");
    }
}
