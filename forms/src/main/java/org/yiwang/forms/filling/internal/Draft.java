package org.yiwang.forms.filling.internal;

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
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;

/** 草稿: an application in the making. Belongs to whoever fills it in; its content is sealed. */
@Entity
@Table(name = "draft")
public class Draft {

    @Id
    @SequenceGenerator(name = "draft_seq", sequenceName = "draft_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "draft_seq")
    long id;

    @Column(name = "public_id")
    UUID publicId;

    @Column(name = "item_code")
    String itemCode;

    @Column(name = "item_version_id")
    long itemVersionId;

    @Column(name = "applicant_id")
    long applicantId;

    @Enumerated(EnumType.STRING)
    @Column(name = "operator_kind")
    Actor.Kind operatorKind;

    @Column(name = "operator_id")
    long operatorId;

    String basis;

    @Column(name = "key_id")
    long keyId;

    byte[] content;

    /** What was looked up instead of asked for, sealed; null while nothing was. */
    byte[] looked;

    long version;

    @Column(name = "saved_at")
    Instant savedAt;

    @Column(name = "case_no")
    String caseNo;

    protected Draft() {}

    /**
     * @param basis number of the mandate; empty for oneself and at the window
     */
    public Draft(String itemCode, long applicantId, Actor filler, String basis, long keyId) {
        this.publicId = UUID.randomUUID();
        this.itemCode = itemCode;
        this.applicantId = applicantId;
        this.operatorKind = filler.kind();
        this.operatorId = filler.id();
        this.basis = basis;
        this.keyId = keyId;
        this.content = new byte[0];
    }

    /** New content, looked at under this version of the item. */
    public void save(byte[] sealed, long underVersion, Instant at) {
        content = sealed.clone();
        itemVersionId = underVersion;
        savedAt = at;
        version++;
    }

    /** Answers and files belong to the case from now on; the draft only remembers which. */
    public void submitted(String underCaseNo) {
        caseNo = underCaseNo;
        content = new byte[0];
        looked = null;
        version++;
    }

    public void keepLooked(byte[] sealed) {
        looked = sealed.clone();
    }

    public Optional<byte[]> looked() {
        return Optional.ofNullable(looked).map(byte[]::clone);
    }

    public String lookedPlace() {
        return "draft.looked:" + id;
    }

    public boolean belongsTo(Actor actor) {
        return operatorKind == actor.kind() && operatorId == actor.id();
    }

    /** Where its files lie. */
    public String scope() {
        return "draft:" + publicId;
    }

    public String place() {
        return "draft.content:" + id;
    }

    public long id() {
        return id;
    }

    public UUID publicId() {
        return publicId;
    }

    public String itemCode() {
        return itemCode;
    }

    public long itemVersionId() {
        return itemVersionId;
    }

    public long applicantId() {
        return applicantId;
    }

    public Actor.Kind operatorKind() {
        return operatorKind;
    }

    public long operatorId() {
        return operatorId;
    }

    public String basis() {
        return basis;
    }

    public long keyId() {
        return keyId;
    }

    public byte[] content() {
        return content.clone();
    }

    public long version() {
        return version;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public String caseNo() {
        return caseNo;
    }
}
