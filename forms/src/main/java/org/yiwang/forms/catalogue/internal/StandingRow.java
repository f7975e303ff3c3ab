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
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.ItemStanding.State;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/** 事项状态行: whether an item takes applications, with the rules of how that changes. */
@Entity
@Table(name = "item_standing")
public class StandingRow {

    @Id
    @SequenceGenerator(name = "item_standing_seq", sequenceName = "item_standing_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_standing_seq")
    long id;

    @Column(name = "item_code")
    String itemCode;

    @Enumerated(EnumType.STRING)
    State state;

    long version;
    Instant since;
    String reason;
    String instead;

    @Column(name = "retire_on")
    LocalDate retireOn;

    @Column(name = "retire_reason")
    String retireReason;

    @Column(name = "retire_instead")
    String retireInstead;

    /** Key of the actor who proposed it. */
    @Column(name = "retire_by")
    String retireBy;

    @Column(name = "retire_confirmed")
    boolean retireConfirmed;

    @Column(name = "next_fire_at")
    Instant nextFireAt;

    protected StandingRow() {}

    public StandingRow(String itemCode, Instant at) {
        this.itemCode = itemCode;
        this.state = State.IN_USE;
        this.since = at;
        this.reason = "";
        this.instead = "";
        noRetirement();
    }

    public void suspend(String why, String whereInstead, Instant at) {
        need(State.IN_USE, "暂停");
        to(State.SUSPENDED, why, whereInstead, at);
    }

    public void resume(Instant at) {
        need(State.SUSPENDED, "恢复");
        to(State.IN_USE, "", "", at);
    }

    /** A version published after it was retired brings the item back. */
    public void revive(Instant at) {
        need(State.RETIRED, "重新启用");
        to(State.IN_USE, "", "", at);
        noRetirement();
    }

    private void to(State next, String why, String whereInstead, Instant at) {
        state = next;
        reason = why;
        instead = whereInstead;
        since = at;
        version++;
    }

    /** 提议取消: nothing happens until another person has confirmed it. */
    public void proposeRetirement(Actor by, LocalDate on, String why, String whereInstead, Instant at) {
        needNotRetired();
        if (retireOn != null) {
            throw Refusal.conflict("RETIREMENT_PLANNED", "已有于" + retireOn + "取消的计划，请先确认或撤销它。");
        }
        LocalDate today = LocalDate.ofInstant(at, PackageDraft.ZONE);
        if (on == null || on.isBefore(today)) {
            throw Refusal.invalid("on", "RANGE", "取消日期应为今天（" + today + "）或以后，请改正。");
        }
        retireOn = on;
        retireReason = why;
        retireInstead = whereInstead;
        retireBy = by.key();
        version++;
    }

    /**
     * 确认取消: by somebody else.
     *
     * @return true when its day has come
     */
    public boolean confirmRetirement(Actor by, Instant at) {
        needPlanned();
        if (retireConfirmed) {
            throw Refusal.conflict("RETIREMENT_CONFIRMED", "取消计划已经确认，到" + retireOn + "自动取消；不取消的请撤销计划。");
        }
        if (retireBy.equals(by.key())) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "FOUR_EYES", "取消是您提议的，须由另一位事项审核人员确认。");
        }
        retireConfirmed = true;
        nextFireAt = retireOn.atStartOfDay(PackageDraft.ZONE).toInstant();
        version++;
        return due(at);
    }

    public void dropRetirement() {
        needPlanned();
        noRetirement();
        version++;
    }

    /** Its day has come. */
    public void retire(Instant at) {
        needPlanned();
        String why = retireReason;
        String whereInstead = retireInstead;
        noRetirement();
        to(State.RETIRED, why, whereInstead, at);
    }

    private void noRetirement() {
        retireOn = null;
        retireReason = "";
        retireInstead = "";
        retireBy = "";
        retireConfirmed = false;
        nextFireAt = null;
    }

    private void needPlanned() {
        needNotRetired();
        if (retireOn == null) {
            throw Refusal.conflict("NO_RETIREMENT", "没有取消这个事项的计划。");
        }
    }

    private void needNotRetired() {
        if (state == State.RETIRED) {
            throw Refusal.conflict("ITEM_RETIRED", "这个事项已经取消；要重新启用，请起草并发布新版本。");
        }
    }

    private void need(State needed, String what) {
        if (state != needed) {
            throw Refusal.conflict("ITEM_STATE", "这个事项现在是“" + state.words() + "”，不能" + what + "，请刷新页面核对。");
        }
    }

    public void needSeen(long seen) {
        if (version != seen) {
            throw Refusal.of(Refusal.Kind.STALE, "STALE", "事项状态已有变化，本次操作没有生效。请刷新页面，核对后再办。");
        }
    }

    public boolean due(Instant now) {
        return retireConfirmed && nextFireAt != null && !nextFireAt.isAfter(now);
    }

    public long id() {
        return id;
    }

    public String itemCode() {
        return itemCode;
    }

    public ItemStanding view() {
        return new ItemStanding(
                state,
                version,
                version == 0 ? Optional.empty() : Optional.of(since),
                reason,
                instead,
                Optional.ofNullable(retireOn)
                        .map(on -> new ItemStanding.Retirement(
                                on, retireReason, retireInstead, retireBy, retireConfirmed)));
    }
}
