package org.yiwang.forms.catalogue;

/**
 * 容缺规则: that the materials marked DEFERRABLE may be handed in after acceptance on a written promise. For how long says the
 * limit DEFERRED, which is never longer than the promised limit.
 *
 * @param basis on what the list of deferrable materials rests
 */
public record DeferralRule(DeferralForm form, String basis) {}
