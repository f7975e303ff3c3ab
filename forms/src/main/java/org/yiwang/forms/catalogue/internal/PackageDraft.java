package org.yiwang.forms.catalogue.internal;

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
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.office.DraftState;
import org.yiwang.forms.catalogue.office.ItemDraft;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/** 草案: a package in the making with the rules of its way; who may go it at all is asked by the use cases. */
@Entity
@Table(name = "package_draft")
public class PackageDraft {

    /** Days of items are days of the city. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FARTHEST_DAYS = 366;

    @Id
    @SequenceGenerator(name = "package_draft_seq", sequenceName = "package_draft_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "package_draft_seq")
    long id;

    @Column(name = "public_id")
    UUID publicId;

    @Column(name = "item_code")
    String itemCode;

    String name;
    String department;

    @Column(name = "base_version")
    int baseVersion;

    byte[] files;
    String sha256;

    @Enumerated(EnumType.STRING)
    DraftState state;

    long version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "saved_at")
    Instant savedAt;

    /** Keys of actors, a comma before and after each. */
    String authors;

    @Column(name = "saved_by")
    String savedBy;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "reviewed_by")
    String reviewedBy;

    String opinion;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    @Column(name = "published_number")
    Integer publishedNumber;

    @Column(name = "next_fire_at")
    Instant nextFireAt;

    protected PackageDraft() {}

    /** @param baseVersion the published version it starts from; 0 for a new item */
    public PackageDraft(DraftFiles content, int baseVersion, Actor author, Instant at) {
        this.publicId = UUID.randomUUID();
        this.itemCode = content.code();
        this.baseVersion = baseVersion;
        this.state = DraftState.DRAFT;
        this.createdAt = at;
        this.authors = ",";
        this.submittedBy = "";
        this.reviewedBy = "";
        this.opinion = "";
        take(content, author, at);
    }

    /** New content; whoever wrote it may not approve it any more. */
    public void write(DraftFiles content, Actor author, Instant at) {
        need(DraftState.DRAFT, "修改");
        if (!content.code().equals(itemCode)) {
            throw Refusal.invalid(
                    "item.json#code", "CODE", "事项代码是“" + itemCode + "”，不能在草案里改成“" + content.code() + "”；新事项请另外导入。");
        }
        take(content, author, at);
    }

    private void take(DraftFiles content, Actor author, Instant at) {
        name = content.name();
        department = content.department();
        files = content.packed();
        sha256 = content.sha256();
        savedAt = at;
        savedBy = author.name();
        author(author);
        version++;
    }

    private void author(Actor actor) {
        if (!wrote(actor)) {
            authors += actor.key() + ",";
        }
    }

    private boolean wrote(Actor actor) {
        return authors.contains("," + actor.key() + ",");
    }

    /** The version that is current now has been looked at, and this draft stands in its place. */
    public void rebase(int current, Actor author, Instant at) {
        need(DraftState.DRAFT, "继续起草");
        baseVersion = current;
        author(author);
        savedAt = at;
        version++;
    }

    /**
     * Hands it to the reviewers.
     *
     * @param proved digest of the files that passed every check
     * @param on 计划生效日 as wished; null for as soon as it is approved
     */
    public void submit(String proved, LocalDate on, Actor author, Instant at) {
        need(DraftState.DRAFT, "提交审核");
        if (!sha256.equals(proved)) {
            throw Refusal.of(Refusal.Kind.STALE, "STALE", "检查期间草案又有修改，没有提交。请刷新页面，核对后重新提交。");
        }
        if (on != null) {
            needDay(on, at);
        }
        author(author);
        state = DraftState.REVIEW;
        effectiveOn = on;
        submittedBy = author.name();
        submittedAt = at;
        opinion = "";
        reviewedBy = "";
        version++;
    }

    /** An editor goes on writing; an approval that has not come into effect falls with it. */
    public void takeBack() {
        if (state != DraftState.REVIEW && state != DraftState.SCHEDULED) {
            throw notNow("撤回");
        }
        backToDraft();
    }

    private void backToDraft() {
        state = DraftState.DRAFT;
        nextFireAt = null;
        version++;
    }

    /** 退回: with what has to be mended. */
    public void back(Actor reviewer, String words) {
        need(DraftState.REVIEW, "退回");
        backToDraft();
        reviewedBy = reviewer.name();
        opinion = words;
    }

    /**
     * Approved by somebody who had no part in it; goes live on that day, or at once when it is today.
     *
     * @return true when it goes live now
     */
    public boolean approve(Actor reviewer, LocalDate on, String words, Instant at) {
        need(DraftState.REVIEW, "审核");
        needFourEyes(reviewer);
        boolean now = needDay(on, at);
        state = DraftState.SCHEDULED;
        reviewedBy = reviewer.name();
        opinion = words;
        due(on);
        return now;
    }

    /**
     * Another day.
     *
     * @return true when it goes live now
     */
    public boolean reschedule(Actor reviewer, LocalDate on, Instant at) {
        need(DraftState.SCHEDULED, "改期");
        needFourEyes(reviewer);
        boolean now = needDay(on, at);
        due(on);
        return now;
    }

    private void due(LocalDate on) {
        effectiveOn = on;
        nextFireAt = on.atStartOfDay(ZONE).toInstant();
        version++;
    }

    private void needFourEyes(Actor reviewer) {
        if (wrote(reviewer)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "FOUR_EYES", "您起草、修改或提交过这份草案，不能由您审核，请另一位事项审核人员办理。");
        }
    }

    /** Today or later, and not farther than a year; true for today. */
    private static boolean needDay(LocalDate on, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZONE);
        if (on == null) {
            throw Refusal.invalid("effectiveOn", "REQUIRED", "请写明生效日期。");
        }
        if (on.isBefore(today) || on.isAfter(today.plusDays(FARTHEST_DAYS))) {
            throw Refusal.invalid("effectiveOn", "RANGE", "生效日期应在今天（" + today + "）至一年之内，请改正。");
        }
        return on.equals(today);
    }

    public void live(int number) {
        need(DraftState.SCHEDULED, "发布");
        state = DraftState.PUBLISHED;
        publishedNumber = number;
        nextFireAt = null;
        version++;
    }

    /** On its day it no longer fits: back to its authors with the reason. */
    public void notLive(String why) {
        need(DraftState.SCHEDULED, "发布");
        backToDraft();
        opinion = why;
    }

    public void discard() {
        if (!state.open()) {
            throw notNow("放弃");
        }
        state = DraftState.DISCARDED;
        nextFireAt = null;
        version++;
    }

    /** As the actor saw it, or nothing is done. */
    public void needSeen(long seen) {
        if (version != seen) {
            throw Refusal.of(Refusal.Kind.STALE, "STALE", "草案已在别处改动，本次操作没有生效。请刷新页面，核对后再办。");
        }
    }

    private void need(DraftState needed, String what) {
        if (state != needed) {
            throw notNow(what);
        }
    }

    private Refusal notNow(String what) {
        String way =
                switch (state) {
                    case REVIEW, SCHEDULED -> "要修改请先撤回。";
                    case DRAFT -> "请先提交审核。";
                    case PUBLISHED, DISCARDED -> "请另起一份草案。";
                };
        return Refusal.conflict("DRAFT_STATE", "草案现在是“" + state.words() + "”，不能" + what + "；" + way);
    }

    public boolean due(Instant now) {
        return state == DraftState.SCHEDULED && nextFireAt != null && !nextFireAt.isAfter(now);
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

    public String department() {
        return department;
    }

    public int baseVersion() {
        return baseVersion;
    }

    public DraftState state() {
        return state;
    }

    public DraftFiles content() {
        return DraftFiles.unpack(files);
    }

    public ItemDraft view() {
        return new ItemDraft(
                publicId,
                itemCode,
                name,
                department,
                baseVersion,
                state,
                version,
                sha256,
                createdAt,
                savedAt,
                savedBy,
                submittedBy,
                Optional.ofNullable(submittedAt),
                reviewedBy,
                opinion,
                Optional.ofNullable(effectiveOn),
                Optional.ofNullable(publishedNumber));
    }
}
