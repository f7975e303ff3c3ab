package org.yiwang.forms.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * 文书订单: what to issue, frozen at the moment of the decision. Department ({@code organisation}), item and date are
 * added to the data when ordering; {@code /templates/README.md} lists what each kind needs besides.
 *
 * @param templateKey {@link DocumentKind#template()}, or for a result {@code documents/x.json} of the item's package
 * @param itemVersionId version the case was opened under
 * @param issuer code of the department that signs
 * @param date legal date printed on it
 * @param data display strings, grouped; everything a template names must be there
 * @param keyId data key of the case; data and file are sealed under it
 * @param addressee 受送达人: record of whoever else it is for, such as an interested party; null for the applicant
 */
public record DocumentOrder(
        DocumentKind kind,
        String templateKey,
        long itemVersionId,
        String caseNo,
        String issuer,
        LocalDate date,
        ObjectNode data,
        long keyId,
        UUID addressee) {

    /** For the applicant. */
    public DocumentOrder(
            DocumentKind kind,
            String templateKey,
            long itemVersionId,
            String caseNo,
            String issuer,
            LocalDate date,
            ObjectNode data,
            long keyId) {
        this(kind, templateKey, itemVersionId, caseNo, issuer, date, data, keyId, null);
    }
}
