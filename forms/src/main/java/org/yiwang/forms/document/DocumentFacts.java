package org.yiwang.forms.document;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 文书要素: what the register tells a stranger who has the document or its code; names are masked.
 *
 * @param holderMasked masked name of the applicant
 * @param sha256 digest of the file; null where a voided number never came to one
 * @param revokedReason why it was revoked or voided, if it was
 */
public record DocumentFacts(
        DocumentKind kind,
        String title,
        String number,
        String itemName,
        String issuerName,
        LocalDate date,
        String holderMasked,
        String verificationCode,
        String sha256,
        Optional<String> revokedReason) {}
