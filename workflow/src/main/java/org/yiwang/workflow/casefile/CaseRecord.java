package org.yiwang.workflow.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * 卷内记录: what was said or found in a case, once. The columns are what lists and rules need; the words lie sealed under
 * the key of the case.
 */
public final class CaseRecord {

    private UUID id;
    private long caseId;
    private RecordKind kind;
    private String stepKey;
    private int round;
    private long officerId;
    private String outcome;
    private Instant openedAt;
    private Instant closedAt;
    private LocalDate dueOn;
    private byte[] sealed;
    private Long forOfficer;

    CaseRecord() {}

    CaseRecord(
            UUID id,
            long caseId,
            RecordKind kind,
            String stepKey,
            int round,
            long officerId,
            String outcome,
            Instant openedAt,
            LocalDate dueOn,
            byte[] sealed) {
        this.id = id;
        this.caseId = caseId;
        this.kind = kind;
        this.stepKey = stepKey;
        this.round = round;
        this.officerId = officerId;
        this.outcome = outcome;
        this.openedAt = openedAt;
        this.dueOn = dueOn;
        this.sealed = sealed;
    }

    public UUID id() {
        return id;
    }

    public RecordKind kind() {
        return kind;
    }

    /** The step it belongs to; empty when it belongs to none. */
    public String stepKey() {
        return stepKey;
    }

    /** Counts from 1 within its kind and case. */
    public int round() {
        return round;
    }

    /** The officer who wrote it; 0 for the platform or the applicant. */
    public long officerId() {
        return officerId;
    }

    /** 代谁: the officer for whom he wrote it as a deputy, or null. */
    public Long forOfficer() {
        return forOfficer;
    }

    void forOfficer(Long principal) {
        forOfficer = principal;
    }

    /** Did this officer write it, himself or by a deputy? */
    public boolean by(long officer) {
        return officerId == officer || forOfficer != null && forOfficer == officer;
    }

    /** Code of the outcome: AGREE, DISAGREE, PASS, FAIL, GRANT, DENY, OPEN, ANSWERED … */
    public String outcome() {
        return outcome;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When it was answered or ended; null while open or when it needs no answer. */
    public Instant closedAt() {
        return closedAt;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public boolean open() {
        return closedAt == null;
    }

    /** 批复: a case that went to the higher authority and was decided there. */
    public boolean decidedAbove() {
        return kind == RecordKind.FORWARDING && (outcome.equals("GRANTED") || outcome.equals("DENIED"));
    }

    byte[] sealed() {
        return sealed;
    }

    void rewrite(byte[] sealedAnew) {
        sealed = sealedAnew;
    }

    /** It goes on in another way or until another day. */
    void amend(String how, LocalDate newDueOn, byte[] sealedAnew) {
        outcome = how;
        dueOn = newDueOn;
        sealed = sealedAnew;
    }

    void close(Instant at, String how, byte[] sealedAnew) {
        closedAt = at;
        outcome = how;
        sealed = sealedAnew;
    }
}
