package org.yiwang.forms.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.document.internal.DocumentRegister;

/** 查找文书: what has been ordered and issued. Whether the asker may see the case is the caller's question. */
@ApplicationScoped
public class FindDocuments {

    @Inject
    DocumentRegister register;

    /** All documents of a case in the order in which they were ordered; voided ones are left out. */
    public List<DocumentView> ofCase(String caseNo) {
        return register.ofCase(caseNo);
    }

    /** One document, so that the caller can see which case it belongs to before he lets anybody read it. */
    public Optional<DocumentView> one(UUID id) {
        return register.view(id);
    }
}
