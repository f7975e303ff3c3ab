package org.yiwang.forms.filling.internal;

import java.util.List;
import org.yiwang.forms.filling.LookedUp;
import org.yiwang.forms.filling.Promises;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.identity.PartySnapshot;

/** What a submission holds besides answers, sealed as one value. */
public record Facts(
        PartySnapshot applicant,
        PartySnapshot operator,
        String basis,
        ServiceChoice service,
        Promises promises,
        List<LookedUp> looked) {

    public Facts {
        promises = promises == null ? Promises.NONE : promises;
        looked = looked == null ? List.of() : List.copyOf(looked);
    }
}
