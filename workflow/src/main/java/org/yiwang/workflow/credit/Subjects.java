package org.yiwang.workflow.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.platform.SecretBox;

/** 名单主体: whom an entry is about: the keyed hash of his number under a key of its own, and nothing else. */
@ApplicationScoped
class Subjects {

    @Inject
    FindParty parties;

    @Inject
    SecretBox box;

    PartySnapshot party(long partyId) {
        return parties.snapshot(partyId);
    }

    String hash(long partyId) {
        return hash(parties.snapshot(partyId));
    }

    String hash(PartySnapshot party) {
        return hash(IdType.valueOf(party.idType()), party.number());
    }

    /** @param number normalised */
    String hash(IdType type, String number) {
        return box.lookupHash("credit.subject", type.name() + ":" + number);
    }
}
