package org.yiwang.forms.filling.spi;

/** 信用状况: whether a party's word is taken instead of a paper (guard ⑤: 信用惩戒期内不得容缺、承诺). */
public interface CreditStanding {

    /**
     * Is the party on the list of the dishonest today, and not yet repaired?
     *
     * @param partyId internal
     */
    boolean listed(long partyId);
}
