package org.yiwang.workflow.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * 批次进度.
 *
 * @param kind ACTION or HANDOVER
 * @param action what is done with each case; for a hand-over HANDOVER
 * @param refused lines that were not done, each with its reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
        UUID id,
        String kind,
        String action,
        int total,
        int done,
        int refused,
        int waiting,
        Instant createdAt,
        Instant finishedAt) {

    /** 一行结果: WAITING, DONE or REFUSED with the reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(int line, String caseNo, String state, String message, Instant doneAt) {}
}
