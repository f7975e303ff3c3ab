package org.yiwang.forms.document.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.document.DocumentView;

/** 文书登记簿: what has been ordered, how far it has come, and what may be verified. */
public interface DocumentRegister {

    /** Views of a case's documents in the order of ordering, without voided ones. */
    List<DocumentView> ofCase(String caseNo);

    Optional<DocumentView> view(UUID id);
}
