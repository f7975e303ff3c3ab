package org.yiwang.workflow.bundle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.bundle.DeliveryPolicy;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Channel;
import org.yiwang.workflow.casefile.CaseEvent;
import org.yiwang.workflow.casefile.CaseNo;

/**
 * 一件事办件: one errand of one applicant, asked for once. It decides nothing; it says which services it consists of, which
 * of them may begin, and by when all are promised. Locked before any of its cases.
 */
@Entity
@Table(name = "case_bundle")
public class CaseBundle {

    @Id
    @SequenceGenerator(name = "case_bundle_seq", sequenceName = "case_bundle_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_bundle_seq")
    private long id;

    @Column(name = "bundle_no")
    private String bundleNo;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "item_name")
    private String itemName;

    @Column(name = "item_version_id")
    private long itemVersionId;

    @Enumerated(EnumType.STRING)
    private BundleStatus status;

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

    @Column(name = "operator_id")
    private long operatorId;

    private String basis;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private DeliveryPolicy delivery;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "promised_on")
    private LocalDate promisedOn;

    @Column(name = "waiting_since")
    private LocalDate waitingSince;

    @Column(name = "ended_at")
    private Instant endedAt;

    private Integer rating;

    @Column(name = "rating_words")
    private byte[] ratingWords;

    @Column(name = "query_code")
    private byte[] queryCode;

    @Column(name = "head_seq")
    private int headSeq;

    @Column(name = "head_hash")
    private String headHash;

    protected CaseBundle() {}

    static CaseBundle open(
            CaseNo no, UUID draftId, Submission submission, Channel channel, byte[] sealedCode, Instant now) {
        CaseBundle bundle = new CaseBundle();
        bundle.bundleNo = no.value();
        bundle.itemCode = submission.item().code().value();
        bundle.itemName = submission.item().name().zh();
        bundle.itemVersionId = submission.item().id();
        bundle.status = BundleStatus.IN_PROGRESS;
        bundle.version = 1;
        bundle.draftId = draftId;
        bundle.submissionId = submission.id();
        bundle.keyId = submission.keyId();
        bundle.applicantId = submission.applicant().id();
        bundle.applicantMasked = submission.applicant().maskedName();
        bundle.operatorId = submission.operator().id();
        bundle.basis = submission.basis();
        bundle.channel = channel;
        bundle.delivery = submission.item().bundle().orElseThrow().delivery();
        bundle.queryCode = sealedCode.clone();
        bundle.submittedAt = now;
        bundle.headHash = CaseEvent.GENESIS;
        return bundle;
    }

    BundleEvent append(Instant at, BundleEvent.Type type, String actor, String body) {
        BundleEvent event = BundleEvent.next(id, headSeq + 1, at, type, actor, body, headHash);
        headSeq = event.seq();
        headHash = event.hash();
        version++;
        return event;
    }

    void promise(LocalDate day) {
        promisedOn = day;
    }

    /** The applicant has to answer something since that day; null when nothing waits for him. */
    void waiting(LocalDate since) {
        waitingSince = since;
    }

    /** True when the status is another now. */
    boolean stands(List<MemberState> states, Instant now) {
        BundleStatus before = status;
        status = BundleRules.status(states);
        endedAt = BundleRules.ended(states) ? endedAt == null ? now : endedAt : null;
        return status != before;
    }

    void rate(int level, byte[] sealedWords) {
        rating = level;
        ratingWords = sealedWords.clone();
    }

    public long id() {
        return id;
    }

    public CaseNo bundleNo() {
        return new CaseNo(bundleNo);
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

    public BundleStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    public long submissionId() {
        return submissionId;
    }

    long keyId() {
        return keyId;
    }

    /** 查询码, sealed; null for an errand from before there was one. */
    byte[] queryCode() {
        return queryCode == null ? null : queryCode.clone();
    }

    public long applicantId() {
        return applicantId;
    }

    public String applicantMasked() {
        return applicantMasked;
    }

    public long operatorId() {
        return operatorId;
    }

    public Channel channel() {
        return channel;
    }

    public DeliveryPolicy delivery() {
        return delivery;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** The one promised day for all services it covers. */
    public LocalDate promisedOn() {
        return promisedOn;
    }

    public LocalDate waitingSince() {
        return waitingSince;
    }

    public boolean ended() {
        return endedAt != null;
    }

    /** 1 to 5, or null. */
    public Integer rating() {
        return rating;
    }
}
