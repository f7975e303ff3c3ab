package org.yiwang.forms.identity;

import java.time.LocalDate;
import java.time.Period;
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

    /** Age at which one acts for oneself (民法典 §17). */
    public static final int OF_AGE = 18;

    /** Below this age the guardian's consent to the use of the child's data is needed (个人信息保护法 §31). */
    public static final int CHILD = 14;

    /** Full years on a day; as old as can be where the birthday is not known. */
    public int ageOn(LocalDate day) {
        return birthDate == null
                ? Integer.MAX_VALUE
                : Period.between(birthDate, day).getYears();
    }

    public PartyView view() {
        return new PartyView(publicId, id, kind, name, maskedName, idType, maskedNumber, maskedPhone);
    }

    /** Without name and numbers: this may end up in a log. */
    @Override
    public String toString() {
        return "party:" + id;
    }
}
