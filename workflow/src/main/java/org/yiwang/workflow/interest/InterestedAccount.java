package org.yiwang.workflow.interest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.IdType;
import org.yiwang.workflow.casefile.OpenCase;

/** 利害关系人的账号: whoever has one is told in it too; that takes the place of no service. */
@ApplicationScoped
class InterestedAccount {

    @Inject
    FindParty parties;

    /** Tells him, if the number he was told under is that of an account. */
    void tell(OpenCase open, JsonNode party, String topic) {
        if (!party.hasNonNull("number")) {
            return;
        }
        IdType type = IdType.valueOf(party.path("idType").asText());
        String number = type.normalise(party.path("number").asText());
        parties.named(type, number, party.path("name").asText())
                .ifPresent(found -> open.tell("party:" + found, topic, OpenCase.body()));
    }
}
