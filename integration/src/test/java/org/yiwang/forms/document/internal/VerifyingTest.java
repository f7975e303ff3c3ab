package org.yiwang.forms.document.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.document.Verification;
import org.yiwang.forms.document.Verification.Result;
import org.yiwang.forms.platform.Refusal;

class VerifyingTest {

    private final Office office = new Office();
    private final byte[] original = office.issued();

    private Result result(byte[] file) {
        return office.verifier.byFile(file).result();
    }

    @Test
    void theFileAsIssuedIsValid() {
        Verification found = office.verifier.byFile(original);

        assertEquals(Result.VALID, found.result());
        assertEquals("云东区民政局", found.signer().orElseThrow());
        assertEquals(Office.NOW, found.signedAt().orElseThrow());
        assertEquals("陈**", found.document().orElseThrow().holderMasked());
        assertEquals("终止办理通知书", found.document().orElseThrow().title());
    }

    @Test
    void theCodeFindsItHoweverItIsTyped() {
        String code = office.table.values().iterator().next().code();

        assertEquals(Result.VALID, office.verifier.byCode(code).orElseThrow().result());
        String typed = code.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1-");
        assertEquals(Result.VALID, office.verifier.byCode(typed).orElseThrow().result());
        assertTrue(office.verifier.byCode("ABCD").isEmpty());
        assertTrue(office.verifier.byCode("").isEmpty());
    }

    @Test
    void anOrderedDocumentIsNotFoundBeforeItIsRegistered() {
        UUID id = office.order();

        assertTrue(office.verifier.byCode(office.table.get(id).code()).isEmpty());
    }

    @Test
    void oneFlippedByteIsTampering() {
        int gapFrom = gap()[0];
        int gapTo = gap()[1];
        for (int at = 20; at < original.length; at += 997) {
            if (at >= gapFrom && at < gapTo) {
                continue;
            }
            byte[] flipped = original.clone();
            flipped[at] ^= 0x01;
            assertEquals(Result.TAMPERED, result(flipped), "byte " + at);
        }
    }

    @Test
    void aByteInTheSignatureItselfIsTampering() {
        byte[] flipped = original.clone();
        int at = gap()[0] + 200;
        flipped[at] = (byte) (flipped[at] == '0' ? '1' : '0');

        assertEquals(Result.TAMPERED, result(flipped));
    }

    @Test
    void paddingBehindTheSignatureIsNotFreeSpace() {
        byte[] flipped = original.clone();
        flipped[gap()[1] - 10] = '1';

        Verification found = office.verifier.byFile(flipped);

        assertEquals(Result.CHANGED_AFTER_SIGNING, found.result());
        assertEquals("终止办理通知书", found.document().orElseThrow().title());
    }

    @Test
    void anAppendedRevisionIsAChangeAfterSigning() throws Exception {
        Verification found = office.verifier.byFile(paintedOver());

        assertEquals(Result.CHANGED_AFTER_SIGNING, found.result());
        assertEquals("云东区民政局", found.signer().orElseThrow());
        assertTrue(found.document().isPresent());
    }

    @Test
    void bytesAfterTheEndAreAChangeAfterSigning() {
        byte[] longer = Arrays.copyOf(original, original.length + 1);
        longer[original.length] = '\n';

        assertEquals(Result.CHANGED_AFTER_SIGNING, result(longer));
    }

    @Test
    void aRemovedSignatureLeavesAnUnsignedFile() throws Exception {
        try (PDDocument document = Loader.loadPDF(original)) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.ACRO_FORM);
            document.getPage(0).getCOSObject().removeItem(COSName.ANNOTS);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);

            assertEquals(Result.UNSIGNED, result(out.toByteArray()));
        }
    }

    @Test
    void aSealOfAnotherAuthorityIsUnknown() {
        byte[] foreign = new Office().issued();

        Verification found = office.verifier.byFile(foreign);

        assertEquals(Result.UNKNOWN_SIGNER, found.result());
        assertTrue(found.document().isEmpty());
    }

    @Test
    void ourOwnSealOnAFileNeverRegisteredIsUnknown() {
        office.table.clear();

        assertEquals(Result.UNKNOWN_SIGNER, result(original));
    }

    @Test
    void aSecondSealOfAnotherAuthorityOutweighsTheChange() throws Exception {
        byte[] painted = paintedOver();
        Office forger = new Office();
        try (PDDocument document = Loader.loadPDF(painted)) {
            var signature = new org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature();
            signature.setFilter(
                    org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            var options = new org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions();
            options.setPreferredSignatureSize(12_000);
            document.addSignature(signature, options);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            var signing = document.saveIncrementalForExternalSigning(out);
            byte[] digest = Sha256.digest().digest(signing.getContent().readAllBytes());
            signing.setSignature(forger.issuing
                    .seals
                    .sign(new org.yiwang.forms.document.spi.SealRequest("civil-affairs", "云东区民政局", digest, ""))
                    .cms());

            assertEquals(Result.UNKNOWN_SIGNER, result(out.toByteArray()));
        }
    }

    @Test
    void whatIsNotAPdfIsRefusedWithTheWayOut() {
        var refused =
                assertThrows(Refusal.class, () -> office.verifier.byFile("GIF89a".getBytes(StandardCharsets.US_ASCII)));

        assertEquals(Refusal.Kind.UNSUPPORTED, refused.kind());
        assertTrue(refused.getMessage().contains("电子原件"));
    }

    @Test
    void somebodyElsesUnsignedPdfIsUnsigned() throws Exception {
        try (PDDocument plain = new PDDocument()) {
            plain.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            plain.save(out);

            assertEquals(Result.UNSIGNED, result(out.toByteArray()));
        }
        assertEquals(Result.UNSIGNED, result("%PDF-1.7 nothing behind it".getBytes(StandardCharsets.US_ASCII)));
    }

    /** A white box over the page, saved as a further revision: what a naive validator lets pass. */
    private byte[] paintedOver() throws Exception {
        try (PDDocument document = Loader.loadPDF(original)) {
            var page = document.getPage(0);
            try (PDPageContentStream ink =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                ink.setNonStrokingColor(1f);
                ink.addRect(100, 400, 300, 200);
                ink.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    /** First and last byte of the hexadecimal signature. */
    private int[] gap() {
        String text = new String(original, StandardCharsets.ISO_8859_1);
        int range = text.lastIndexOf("/ByteRange");
        String[] numbers = text.substring(text.indexOf('[', range) + 1, text.indexOf(']', range))
                .strip()
                .split("\\s+");
        return new int[] {Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2])};
    }
}
