package org.yiwang.workflow.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.PublicProgress;

/** 查进度: for whoever has a number and its code and need not know whether it is a case's or an errand's. */
@ApplicationScoped
public class LookUpProgress {

    @Inject
    PublicProgress cases;

    @Inject
    PublicErrand errands;

    /**
     * 查到的: one of the two.
     *
     * @param single null for an errand
     * @param errand null for a single case
     */
    public record Found(PublicProgress.Progress single, PublicErrand.Progress errand) {}

    /** @throws Refusal INVALID for a number or code that is wrong, TOO_MANY while the number is locked */
    public Found look(String typedNo, String typedCode) {
        boolean errand = CaseNo.parse(typedNo).filter(errands::known).isPresent();
        return errand
                ? new Found(null, errands.look(typedNo, typedCode))
                : new Found(cases.look(typedNo, typedCode), null);
    }
}
