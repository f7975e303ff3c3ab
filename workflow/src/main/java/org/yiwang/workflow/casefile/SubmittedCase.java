package org.yiwang.workflow.casefile;

import java.time.LocalDate;

/**
 * 提交回执: what the applicant takes home.
 *
 * @param answerBy the latest day for an answer about acceptance; null for instant items
 * @param promisedIfAcceptedToday the promised (else legal) day of the decision if it were accepted today; null when decided
 */
public record SubmittedCase(
        String caseNo, String queryCode, LocalDate answerBy, LocalDate promisedIfAcceptedToday, CaseView view) {}
