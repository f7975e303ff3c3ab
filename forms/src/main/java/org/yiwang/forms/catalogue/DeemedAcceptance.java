package org.yiwang.forms.catalogue;

/** 视为受理: silence for that many working days after receipt counts as acceptance; licences only. */
public record DeemedAcceptance(int days, String basis) {}
