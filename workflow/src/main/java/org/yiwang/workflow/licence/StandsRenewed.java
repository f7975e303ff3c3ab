package org.yiwang.workflow.licence;

import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;

/** 视同延续之后: what silence has granted is not denied afterwards; there are other ways to take a licence back (§69). */
public final class StandsRenewed {

    private StandsRenewed() {}

    /** Refuses a denial of what counts as renewed (409). */
    public static void require(OpenCase open, DecisionKind decision) {
        if (decision == DecisionKind.DENY
                && open.happened(EventType.RENEWAL_DEEMED).isPresent()) {
            throw Refusal.conflict("DEEMED_RENEWED", "期满前没有作出决定，已经视为准予延续，不能再作出不予延续的决定；请准予并换发新证。");
        }
    }
}
