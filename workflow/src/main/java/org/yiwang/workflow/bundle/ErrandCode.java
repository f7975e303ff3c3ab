package org.yiwang.workflow.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.QueryCode;

/** 一件事查询码: made at submission, kept sealed under the errand's key, printed on its receipt. */
@ApplicationScoped
class ErrandCode {

    @Inject
    SecretBox box;

    byte[] fresh(long keyId, CaseNo no) {
        return box.seal(keyId, place(no), QueryCode.fresh().getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty for an errand from before errands had codes. */
    Optional<String> of(CaseBundle bundle) {
        return Optional.ofNullable(bundle.queryCode())
                .map(kept -> new String(
                        box.open(bundle.keyId(), place(bundle.bundleNo()), kept), StandardCharsets.US_ASCII));
    }

    private static String place(CaseNo no) {
        return "case_bundle.query_code:" + no;
    }
}
