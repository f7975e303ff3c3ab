package org.yiwang.forms.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.yiwang.forms.document.internal.DocumentDesk;

/** 读取文书: the sealed PDF. Whether the asker may see the case is the caller's question. */
@ApplicationScoped
public class ReadDocument {

    @Inject
    DocumentDesk desk;

    /**
     * The PDF, byte for byte as registered.
     *
     * @throws org.yiwang.forms.platform.Refusal NOT_FOUND if there is none, CONFLICT / DOCUMENT_NOT_READY before it is
     *     registered
     */
    public byte[] pdf(UUID id) {
        return desk.pdf(id);
    }
}
