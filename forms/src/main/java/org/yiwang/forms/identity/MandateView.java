package org.yiwang.forms.identity;

import java.time.LocalDate;

/**
 * 授权: for whom somebody may act, until when.
 *
 * @param number goes into the record of everything done under it (basis)
 * @param validTo last day; null if without end
 */
public record MandateView(
        String number, MandateKind kind, PartyView principal, LocalDate validFrom, LocalDate validTo) {}
