package org.yiwang.workflow.casefile;

import org.yiwang.forms.identity.Channel;

/**
 * 一件事中的位置: of which errand a case is a part.
 *
 * @param held whether its result waits for those of the others
 * @param channel in which the errand was asked for, whoever opens the case
 */
public record BundleSeat(long bundleId, String bundleNo, boolean held, Channel channel) {}
