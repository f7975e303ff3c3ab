package org.yiwang.forms.filling;

import java.time.Instant;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.LocalText;

/** 草稿摘要: one line in the list of drafts. */
public record DraftSummary(UUID id, ItemCode item, LocalText name, String applicantMasked, Instant savedAt) {}
