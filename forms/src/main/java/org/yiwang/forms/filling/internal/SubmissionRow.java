package org.yiwang.forms.filling.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** 申报: frozen answers and parties, sealed under the key the draft had. */
@Entity
@Table(name = "submission")
public class SubmissionRow {

    @Id
    @SequenceGenerator(name = "submission_seq", sequenceName = "submission_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "submission_seq")
    long id;

    @Column(name = "draft_id")
    UUID draftId;

    @Column(name = "case_no")
    String caseNo;

    @Column(name = "item_version_id")
    long itemVersionId;

    @Column(name = "key_id")
    long keyId;

    byte[] facts;
    byte[] answers;

    /** By material how it came ({@code GetType}), as JSON; codes only, so that shares can be counted. */
    String ways;

    @Column(name = "frozen_at")
    Instant frozenAt;

    protected SubmissionRow() {}

    public SubmissionRow(UUID draftId, String caseNo, long itemVersionId, long keyId, Instant frozenAt) {
        this.draftId = draftId;
        this.caseNo = caseNo;
        this.itemVersionId = itemVersionId;
        this.keyId = keyId;
        this.frozenAt = frozenAt;
        this.facts = new byte[0];
        this.answers = new byte[0];
        this.ways = "{}";
    }

    public void ways(String json) {
        ways = json;
    }

    public String ways() {
        return ways;
    }

    public void facts(byte[] sealed) {
        facts = sealed.clone();
    }

    public void answers(byte[] sealed) {
        answers = sealed.clone();
    }

    public long id() {
        return id;
    }

    public String caseNo() {
        return caseNo;
    }

    public long itemVersionId() {
        return itemVersionId;
    }

    public long keyId() {
        return keyId;
    }

    public byte[] facts() {
        return facts.clone();
    }

    public byte[] answers() {
        return answers.clone();
    }

    /** Where its files lie. */
    public String scope() {
        return "case:" + caseNo;
    }

    public String factsPlace() {
        return "submission.facts:" + id;
    }

    public String answersPlace() {
        return "submission.answers:" + id;
    }
}
