package org.yiwang.forms.identity;

import java.util.UUID;

/**
 * 申请人: who asks, as other components see him. The number and the phone leave this component whole only in a
 * {@link PartySnapshot}.
 *
 * @param id for URLs and the API
 * @param internalId for other tables
 * @param name whole, for letters and for the party himself
 * @param maskedName for lists
 * @param idType name of an {@link IdType}
 * @param maskedPhone empty if none is known
 */
public record PartyView(
        UUID id,
        long internalId,
        PartyKind kind,
        String name,
        String maskedName,
        String idType,
        String maskedNumber,
        String maskedPhone) {

    /** Without the name: this may end up in a log. */
    @Override
    public String toString() {
        return "party:" + internalId;
    }
}
