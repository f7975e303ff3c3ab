package org.yiwang.forms.identity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 申请人快照: everything we know of a party at one moment, whole numbers included; what a submission and its letters go by.
 * Keep it sealed.
 *
 * @param birthDate null where it is not known, as for organisations
 * @param phone empty if none is known
 */
public record PartySnapshot(
        long id,
        UUID publicId,
        PartyKind kind,
        String name,
        String maskedName,
        String idType,
        String number,
        String maskedNumber,
        String phone,
        String maskedPhone,
        LocalDate birthDate) {

    public PartyView view() {
        return new PartyView(publicId, id, kind, name, maskedName, idType, maskedNumber, maskedPhone);
    }

    /** Without name and numbers: this may end up in a log. */
    @Override
    public String toString() {
        return "party:" + id;
    }
}
