package org.yiwang.forms.document;

import java.util.UUID;

/**
 * 文书已登记: fired as a CDI event inside the registering transaction; an observer that throws undoes it and the step is
 * tried again.
 */
public record DocumentRegistered(UUID id, String caseNo, DocumentKind kind, String number) {}
