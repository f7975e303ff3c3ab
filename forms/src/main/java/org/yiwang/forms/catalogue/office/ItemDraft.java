package org.yiwang.forms.catalogue.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 事项草案: a new version in the making.
 *
 * @param department code of the department whose item it is
 * @param baseVersion number of the published version it was drawn up from; 0 for an item not published yet
 * @param version what whoever changes it has to have seen
 * @param sha256 over its own files
 * @param savedBy name of who wrote last
 * @param submittedBy name of who submitted it; empty before
 * @param reviewedBy name of who approved or returned it; empty before
 * @param opinion the reviewer's words; empty before
 * @param effectiveOn 计划生效日
 * @param publishedNumber the version it has become
 */
public record ItemDraft(
        UUID id,
        String itemCode,
        String name,
        String department,
        int baseVersion,
        DraftState state,
        long version,
        String sha256,
        Instant createdAt,
        Instant savedAt,
        String savedBy,
        String submittedBy,
        Optional<Instant> submittedAt,
        String reviewedBy,
        String opinion,
        Optional<LocalDate> effectiveOn,
        Optional<Integer> publishedNumber) {}
