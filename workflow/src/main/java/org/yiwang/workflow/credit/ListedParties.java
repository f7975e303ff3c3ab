package org.yiwang.workflow.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.yiwang.forms.filling.spi.CreditStanding;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.credit.internal.CreditRows;

/** 信用核查 (守卫⑤): whether somebody's word is taken today. Answers yes or no, never why. */
@ApplicationScoped
@Transactional
public class ListedParties implements CreditStanding {

    @Inject
    CreditRows rows;

    @Inject
    Subjects subjects;

    @Inject
    Clock clock;

    /** The same for whoever has the party before him already. */
    public boolean listed(PartySnapshot party) {
        return rows.listed(subjects.hash(party), LegalDay.of(clock.instant()));
    }

    @Override
    public boolean listed(long partyId) {
        return rows.listed(subjects.hash(partyId), LegalDay.of(clock.instant()));
    }
}
