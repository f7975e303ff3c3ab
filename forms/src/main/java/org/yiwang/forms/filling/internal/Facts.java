package org.yiwang.forms.filling.internal;

import org.yiwang.forms.filling.Promises;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.identity.PartySnapshot;

/** What a submission holds besides answers, sealed as one value. */
public record Facts(
        PartySnapshot applicant, PartySnapshot operator, String basis, ServiceChoice service, Promises promises) {

    public Facts {
        promises = promises == null ? Promises.NONE : promises;
    }
}
