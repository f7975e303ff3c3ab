package org.yiwang.forms.document;

import java.util.UUID;

/**
 * 文书已作废: fired as a CDI event inside the voiding transaction.
 *
 * @param by the administrator's key
 */
public record DocumentVoided(UUID id, String caseNo, DocumentKind kind, String number, String by) {}
