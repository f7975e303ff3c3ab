package org.yiwang.forms.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yiwang.forms.document.internal.DocumentVerifier;

/** 验真: tells a stranger whether a document is what it seems. */
@ApplicationScoped
public class VerifyDocument {

    @Inject
    DocumentVerifier verifier;

    /** By the code printed on it; spaces, hyphens and case do not matter. Empty if no document has it. */
    public Optional<Verification> byCode(String code) {
        return verifier.byCode(code);
    }

    /**
     * By the file itself: first against the register, then by its signature.
     *
     * @throws org.yiwang.forms.platform.Refusal UNSUPPORTED if it is not a PDF
     */
    public Verification byFile(byte[] file) {
        return verifier.byFile(file);
    }
}
