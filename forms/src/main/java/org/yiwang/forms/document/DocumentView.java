package org.yiwang.forms.document;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 文书视图: one line of a case's documents.
 *
 * @param number 文号 or licence number; empty while it has none
 * @param verificationCode 26 letters and digits, printed on it
 * @param size bytes of the sealed PDF, 0 before that
 * @param revoked whether it has been revoked since
 * @param addressee 受送达人: record of whoever else it is for; null for the applicant
 */
public record DocumentView(
        UUID id,
        String caseNo,
        DocumentKind kind,
        String title,
        String number,
        DocumentState state,
        LocalDate date,
        String verificationCode,
        long size,
        boolean revoked,
        UUID addressee) {

    /** True when there is a PDF to read. */
    public boolean ready() {
        return state == DocumentState.REGISTERED;
    }
}
