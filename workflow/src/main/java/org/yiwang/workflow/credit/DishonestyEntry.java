package org.yiwang.workflow.credit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 失信记录: one broken word, as the person himself and the credit officers see it.
 *
 * @param subject masked name
 * @param number masked number
 * @param reason what was promised and not kept
 * @param until last day, unless it is repaired or removed before
 * @param active whether it shuts the person out of deferral and commitment today
 * @param pending the request that waits for a decision; null if none does
 * @param requests what was asked and answered, the oldest first
 * @param decidable may this officer decide the pending request? Never whoever entered it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DishonestyEntry(
        UUID id,
        String subject,
        String number,
        DishonestyGround ground,
        String groundText,
        String reason,
        String caseNo,
        String itemName,
        LocalDate from,
        LocalDate until,
        EntryState state,
        String stateText,
        boolean active,
        RequestKind pending,
        List<Asked> requests,
        boolean decidable,
        long version) {

    public DishonestyEntry {
        requests = List.copyOf(requests);
    }

    /**
     * 异议或修复请求.
     *
     * @param outcome PENDING, GRANTED or REFUSED
     * @param answer why; null while it is pending
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            RequestKind kind,
            String kindText,
            Instant askedAt,
            String text,
            String outcome,
            Instant decidedAt,
            String answer) {}
}
