package org.yiwang.workflow.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Channel;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.clock.TrafficLight;

/**
 * 办件: one request of one applicant for one service, from the moment it is submitted until its decision is served. It
 * keeps to the item version it was opened under until its end. It knows where it stands in law and refuses to be moved
 * elsewhere; who is next is the process's business, by when is its clocks'.
 */
@Entity
@Table(name = "case_file")
public class CaseFile {

    @Id
    private long id;

    @Column(name = "case_no")
    private String caseNo;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "item_name")
    private String itemName;

    @Column(name = "item_version_id")
    private long itemVersionId;

    private String organisation;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    private long version;

    @Column(name = "draft_id")
    private UUID draftId;

    @Column(name = "submission_id")
    private long submissionId;

    @Column(name = "key_id")
    private long keyId;

    @Column(name = "applicant_id")
    private long applicantId;

    @Column(name = "applicant_masked")
    private String applicantMasked;

    @Column(name = "number_masked")
    private String numberMasked;

    @Column(name = "co_applicant_id")
    private Long coApplicantId;

    @Column(name = "operator_id")
    private long operatorId;

    @Column(name = "operator_masked")
    private String operatorMasked;

    private String basis;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "service_method")
    private ServiceMethod serviceMethod;

    private boolean electronic;

    @Column(name = "query_code")
    private byte[] queryCode;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "accepted_by")
    private Long acceptedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    @Enumerated(EnumType.STRING)
    private DecisionKind decision;

    @Enumerated(EnumType.STRING)
    @Column(name = "completion_kind")
    private CompletionKind completionKind;

    @Column(name = "process_id")
    private String processId;

    @Column(name = "fee_cents")
    private Long feeCents;

    @Column(name = "paid_at")
    private Instant paidAt;

    @Column(name = "yellow_on")
    private LocalDate yellowOn;

    @Column(name = "red_on")
    private LocalDate redOn;

    private boolean paused;

    @Column(name = "bundle_id")
    private Long bundleId;

    private boolean held;

    @Column(name = "archived_at")
    private Instant archivedAt;

    private String involved;

    @Column(name = "head_seq")
    private int headSeq;

    @Column(name = "head_hash")
    private String headHash;

    protected CaseFile() {}

    /**
     * Opens a case for a frozen submission.
     *
     * @param sealedQueryCode the query code under the submission's key
     */
    static CaseFile open(
            long id,
            CaseNo no,
            UUID draftId,
            Submission submission,
            Channel channel,
            byte[] sealedQueryCode,
            Instant now) {
        ItemVersion item = submission.item();
        CaseFile file = new CaseFile();
        file.id = id;
        file.caseNo = no.value();
        file.itemCode = item.code().value();
        file.itemName = item.name().zh();
        file.itemVersionId = item.id();
        file.organisation = item.organisation();
        file.status = CaseStatus.SUBMITTED;
        file.version = 1;
        file.draftId = draftId;
        file.submissionId = submission.id();
        file.keyId = submission.keyId();
        file.applicantId = submission.applicant().id();
        file.applicantMasked = submission.applicant().maskedName();
        file.numberMasked = submission.applicant().maskedNumber();
        file.operatorId = submission.operator().id();
        file.operatorMasked = submission.operator().maskedName();
        file.basis = submission.basis();
        file.channel = channel;
        file.serviceMethod = submission.service().method();
        file.electronic = submission.service().eServiceConsent();
        file.queryCode = sealedQueryCode.clone();
        file.submittedAt = now;
        file.involved = "";
        file.headSeq = 0;
        file.headHash = CaseEvent.GENESIS;
        return file;
    }

    /** 所涉人员: lookup hashes of whom the answers name; who is tied to one of them keeps out of the case. */
    void involve(Set<String> hashes) {
        involved = String.join(" ", hashes);
    }

    /** Parted by spaces. */
    public String involved() {
        return involved;
    }

    /** Appends to the chain; the head lies on this row, which every use case has locked. */
    CaseEvent append(Instant at, EventType type, String actor, String onBehalfOf, String onGround, String body) {
        CaseEvent event = CaseEvent.next(id, headSeq + 1, at, type, actor, onBehalfOf, onGround, body, headHash);
        headSeq = event.seq();
        headHash = event.hash();
        return event;
    }

    private static boolean settledAbove(CaseAction action) {
        return action == CaseAction.ANSWER_FORWARD || action == CaseAction.CONFIRM_PAPER_ANSWER;
    }

    /** Moves to another state, if the table of transitions lets this action lead there. */
    void move(CaseAction action, CaseStatus to, Instant at) {
        if (!Transitions.leads(action, status, to)) {
            throw new IllegalStateException(action + " does not lead from " + status + " to " + to);
        }
        status = to;
        switch (to) {
            case RECEIVED -> receivedAt = at;
            case ACCEPTED -> acceptedAt = at;
            case APPROVED, APPROVED_DEFERRED -> granted(at);
            case DENIED -> decided(DecisionKind.DENY, at);
            case NOT_ACCEPTED, NO_LICENCE_NEEDED, WITHDRAWN -> end(CompletionKind.RETURNED, at);
            case TERMINATED ->
                end(nothingCame(action) ? CompletionKind.CORRECTION_EXPIRED : CompletionKind.RETURNED, at);
            case VOIDED -> end(CompletionKind.VOIDED, at);
            case COMPLETED -> end(settledAbove(action) ? CompletionKind.FORWARDED : CompletionKind.NORMAL, at);
            default -> {
                // the other states keep no date of their own
            }
        }
    }

    private static boolean nothingCame(CaseAction action) {
        return action == CaseAction.EXPIRE || action == CaseAction.EXPIRE_DEFERRAL;
    }

    /** What was granted while something was still owed was decided then, not when it came. */
    private void granted(Instant at) {
        if (decidedAt == null) {
            decided(DecisionKind.GRANT, at);
        }
    }

    private void decided(DecisionKind kind, Instant at) {
        decision = kind;
        decidedAt = at;
    }

    private void end(CompletionKind kind, Instant at) {
        completionKind = kind;
        completedAt = at;
    }

    /** The decision was served, in whatever way the action says. */
    void complete(CaseAction action, CompletionKind kind, Instant at) {
        move(action, CaseStatus.COMPLETED, at);
        end(kind, at);
    }

    /** 变更送达方式. */
    void serve(ServiceMethod method, boolean consent) {
        serviceMethod = method;
        electronic = consent;
    }

    /** 归档: nothing happens in it any more. */
    void archive(Instant at) {
        archivedAt = at;
    }

    void touched() {
        version++;
    }

    void acceptedBy(long officer, String process) {
        acceptedBy = officer;
        processId = process;
    }

    void feeDue(long cents) {
        feeCents = cents;
    }

    void paid(Instant at) {
        paidAt = at;
    }

    void light(Lights worst) {
        yellowOn = worst.yellowOn();
        redOn = worst.redOn();
        paused = worst.paused();
    }

    public long id() {
        return id;
    }

    public CaseNo caseNo() {
        return new CaseNo(caseNo);
    }

    public String itemCode() {
        return itemCode;
    }

    public String itemName() {
        return itemName;
    }

    public long itemVersionId() {
        return itemVersionId;
    }

    /** Code of the department in whose name the case is handled. */
    public String organisation() {
        return organisation;
    }

    public CaseStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    public long submissionId() {
        return submissionId;
    }

    /** The data key of everything sealed in this case. */
    public long keyId() {
        return keyId;
    }

    public long applicantId() {
        return applicantId;
    }

    /** 另一方当事人, where two ask together and the platform knows him; otherwise null. */
    public Long coApplicantId() {
        return coApplicantId;
    }

    void join(long party) {
        coApplicantId = party;
    }

    /** One of those who ask: the applicant, or the other of two. */
    public boolean asks(long party) {
        return party == applicantId || coApplicantId != null && party == coApplicantId;
    }

    public String applicantMasked() {
        return applicantMasked;
    }

    public String numberMasked() {
        return numberMasked;
    }

    /** Who submitted it: the applicant himself, his agent, or the applicant again when a clerk typed for him. */
    public long operatorId() {
        return operatorId;
    }

    public String operatorMasked() {
        return operatorMasked;
    }

    /** The mandate number on which the operator acts; empty for the applicant himself. */
    public String basis() {
        return basis;
    }

    public Channel channel() {
        return channel;
    }

    public ServiceMethod serviceMethod() {
        return serviceMethod;
    }

    /** When it went into the archive, or null; an archived case refuses every action. */
    public Instant archivedAt() {
        return archivedAt;
    }

    /** Did the applicant agree to electronic service? Only then is a document served by being registered. */
    public boolean electronic() {
        return electronic;
    }

    byte[] queryCode() {
        return queryCode;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    /** The clerk who accepted, or null. */
    public Long acceptedBy() {
        return acceptedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public Instant completedAt() {
        return completedAt;
    }

    /** The decision, or null. */
    public DecisionKind decision() {
        return decision;
    }

    public CompletionKind completionKind() {
        return completionKind;
    }

    /** The engine's instance, or null. */
    public String processId() {
        return processId;
    }

    /** What is to be paid, in 分, or null. */
    public Long feeCents() {
        return feeCents;
    }

    public Instant paidAt() {
        return paidAt;
    }

    public boolean feeOutstanding() {
        return feeCents != null && feeCents > 0 && paidAt == null;
    }

    /** The worst light of its clocks on that day; the dates were written when the clocks last changed. */
    public TrafficLight lightOn(LocalDate today) {
        return status.ended() ? TrafficLight.GREY : new Lights(redOn, yellowOn, redOn, paused).on(today);
    }

    /** It is part of an errand. */
    void seat(BundleSeat seat) {
        bundleId = seat.bundleId();
        held = seat.held();
        channel = seat.channel();
    }

    void release() {
        held = false;
    }

    /** The errand (一件事) it is part of, or null. */
    public Long bundleId() {
        return bundleId;
    }

    /** 统一出件: a granted result waits for the other services of the errand. */
    public boolean held() {
        return held;
    }

    int headSeq() {
        return headSeq;
    }

    String headHash() {
        return headHash;
    }
}
