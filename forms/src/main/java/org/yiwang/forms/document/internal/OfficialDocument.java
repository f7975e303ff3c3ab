package org.yiwang.forms.document.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.document.DocumentFacts;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentState;
import org.yiwang.forms.document.DocumentView;

/**
 * 文书: one row of the register. What was ordered never changes; {@link Progress} says how far it has come.
 *
 * @param data what is printed, sealed
 * @param addressee record of whoever else it is for than the applicant, or null
 */
record OfficialDocument(
        UUID id,
        String caseNo,
        DocumentKind kind,
        String templateKey,
        long itemVersionId,
        String issuer,
        String issuerName,
        String itemName,
        String title,
        String holderMasked,
        LocalDate date,
        long keyId,
        byte[] data,
        String code,
        String series,
        Instant orderedAt,
        UUID addressee,
        Progress progress) {

    /**
     * 进度.
     *
     * @param renderedFile address of the unsigned file between RENDERED and SEALED
     * @param file address of the sealed file
     * @param signedSha256 digest of the part that the signature covers
     * @param reason why it was revoked or voided
     */
    record Progress(
            DocumentState state,
            String number,
            String renderedFile,
            String file,
            long size,
            String sha256,
            String signedSha256,
            String signer,
            Instant signedAt,
            Instant registeredAt,
            Instant revokedAt,
            String reason) {

        static final Progress NEW =
                new Progress(DocumentState.ORDERED, null, null, null, 0, null, null, null, null, null, null, null);

        /** 样张: registered in a simulation, without pages and seal. */
        static Progress sample(String number, Instant at) {
            return new Progress(
                    DocumentState.REGISTERED, number, null, null, 0, null, null, null, null, at, null, null);
        }

        Progress numbered(String given) {
            return new Progress(DocumentState.NUMBERED, given, null, null, 0, null, null, null, null, null, null, null);
        }

        Progress rendered(String address) {
            return new Progress(
                    DocumentState.RENDERED, number, address, null, 0, null, null, null, null, null, null, null);
        }

        Progress sealed(SignedPdf pdf, String address) {
            return new Progress(
                    DocumentState.SEALED,
                    number,
                    null,
                    address,
                    pdf.bytes().length,
                    Sha256.hex(pdf.bytes()),
                    pdf.signedSha256(),
                    pdf.signer(),
                    pdf.signedAt(),
                    null,
                    null,
                    null);
        }

        Progress registered(Instant at) {
            return new Progress(
                    DocumentState.REGISTERED,
                    number,
                    null,
                    file,
                    size,
                    sha256,
                    signedSha256,
                    signer,
                    signedAt,
                    at,
                    null,
                    null);
        }

        Progress revoked(Instant at, String why) {
            return new Progress(
                    state, number, null, file, size, sha256, signedSha256, signer, signedAt, registeredAt, at, why);
        }

        /** The number stays; what was drawn so far is nobody's. */
        Progress voided(String why) {
            return new Progress(DocumentState.VOID, number, null, null, 0, null, null, null, null, null, null, why);
        }
    }

    OfficialDocument with(Progress next) {
        return new OfficialDocument(
                id,
                caseNo,
                kind,
                templateKey,
                itemVersionId,
                issuer,
                issuerName,
                itemName,
                title,
                holderMasked,
                date,
                keyId,
                data,
                code,
                series,
                orderedAt,
                addressee,
                next);
    }

    /** The same order, to be made anew. */
    OfficialDocument again(UUID newId, byte[] resealed, String newCode, Instant at) {
        return new OfficialDocument(
                newId,
                caseNo,
                kind,
                templateKey,
                itemVersionId,
                issuer,
                issuerName,
                itemName,
                title,
                holderMasked,
                date,
                keyId,
                resealed,
                newCode,
                series,
                at,
                addressee,
                Progress.NEW);
    }

    DocumentState state() {
        return progress.state();
    }

    boolean revoked() {
        return progress.revokedAt() != null;
    }

    /** Where its data lie, authenticated with them. */
    static String dataPlace(UUID id) {
        return "official_document.data:" + id;
    }

    String filePlace() {
        return "official_document.file:" + id;
    }

    DocumentView view() {
        return new DocumentView(
                id,
                caseNo,
                kind,
                title,
                progress.number() == null ? "" : progress.number(),
                state(),
                date,
                code,
                progress.size(),
                revoked(),
                addressee);
    }

    DocumentFacts facts() {
        return new DocumentFacts(
                kind,
                title,
                progress.number(),
                itemName,
                issuerName,
                date,
                holderMasked,
                code,
                progress.sha256(),
                java.util.Optional.ofNullable(progress.reason()));
    }
}
