package org.yiwang.forms.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.material.spi.FileStore;
import org.yiwang.forms.platform.SecretBox;

/** 文书文件: keeps PDFs in the file store, sealed under the key of their case. */
@ApplicationScoped
class DocumentFiles {

    private FileStore store;
    private SecretBox box;

    protected DocumentFiles() {}

    @Inject
    DocumentFiles(FileStore store, SecretBox box) {
        this.store = store;
        this.box = box;
    }

    String put(OfficialDocument document, byte[] pdf) {
        return store.put(box.seal(document.keyId(), document.filePlace(), pdf));
    }

    byte[] get(OfficialDocument document, String address) {
        return box.open(document.keyId(), document.filePlace(), store.get(address));
    }

    void remove(String address) {
        store.remove(address);
    }
}
