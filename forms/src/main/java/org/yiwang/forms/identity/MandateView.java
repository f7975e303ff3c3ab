package org.yiwang.forms.identity;

import java.time.LocalDate;
import java.util.Set;

/**
 * 授权: for whom somebody may act, in what, until when.
 *
 * @param number goes into the record of everything done under it (basis)
 * @param validTo last day; null if without end
 * @param items codes of the items it covers; empty for every item
 * @param consentMissing a guardian has not yet consented to the use of the data of a child under 14
 * @param proof the paper that the clerk saw who registered it; empty for what the principal granted himself
 */
public record MandateView(
        String number,
        MandateKind kind,
        PartyView principal,
        PartyView agent,
        LocalDate validFrom,
        LocalDate validTo,
        Set<MandatePower> powers,
        Set<String> items,
        boolean consentMissing,
        String proof) {

    public MandateView {
        powers = Set.copyOf(powers);
        items = Set.copyOf(items);
    }

    /** Does it cover this item, for whatever? */
    public boolean covers(String itemCode) {
        return items.isEmpty() || items.contains(itemCode);
    }

    /** Does it let the agent do this in this item? */
    public boolean lets(MandatePower power, String itemCode) {
        return covers(itemCode) && powers.contains(power);
    }
}
