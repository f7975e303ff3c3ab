package org.yiwang.forms.catalogue.office;

import java.time.Instant;

/**
 * 已发布版本.
 *
 * @param publishedAt when it came into effect; it was current until the next one was published
 * @param publishedBy key of the actor, {@code system:0} for what a start published
 */
public record ItemVersionLine(int number, Instant publishedAt, String publishedBy, String sha256, boolean current) {}
