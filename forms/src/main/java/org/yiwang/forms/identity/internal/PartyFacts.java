package org.yiwang.forms.identity.internal;

import java.time.LocalDate;

/** What identifies a party; sealed as one value. Empty phone, null birth date: not known. */
record PartyFacts(String name, String number, String phone, String birthDate) {

    LocalDate born() {
        return birthDate == null ? null : LocalDate.parse(birthDate);
    }
}
