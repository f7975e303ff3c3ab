package org.yiwang.workflow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.WorkCalendar;

/**
 * 督办单: a light has turned yellow (预警) or red (督办), or a supervisor asks by himself; the department answers with reason
 * and measures, a supervisor closes. Kept while its case is locked. Its words are sealed beside it.
 */
public final class SupervisionOrder {

    /** 级别. */
    public enum Level {
        /** 黄牌预警. */
        YELLOW("黄牌预警"),
        /** 红牌督办. */
        RED("红牌督办");

        private final String text;

        Level(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** 触发. */
    public enum Trigger {
        AUTO,
        MANUAL
    }

    /** 状态. */
    public enum State {
        OPEN("待答复"),
        REPLIED("已答复"),
        CLOSED("已办结");

        private final String text;

        State(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * 存档: the row as it stands in the table.
     *
     * @param clock null for an order that a supervisor issued by himself
     * @param dueOn the last good day of that clock when it was issued
     * @param officer who had the work then; null when nobody had claimed it
     * @param replyDueOn null where no reply is asked for
     */
    public record Row(
            UUID id,
            long caseId,
            String caseNo,
            String itemName,
            Level level,
            Trigger trigger,
            ClockKind clock,
            String clockRef,
            LocalDate dueOn,
            String department,
            Long officer,
            State state,
            Instant issuedAt,
            String issuedBy,
            LocalDate replyDueOn,
            boolean replyOverdue,
            Instant repliedAt,
            String repliedBy,
            Instant closedAt,
            String closedBy,
            long version,
            Instant nextFireAt) {}

    private final Row issued;
    private State state;
    private boolean replyOverdue;
    private Instant repliedAt;
    private String repliedBy;
    private Instant closedAt;
    private String closedBy;
    private long version;
    private Instant nextFireAt;

    public SupervisionOrder(Row row) {
        issued = row;
        state = row.state();
        replyOverdue = row.replyOverdue();
        repliedAt = row.repliedAt();
        repliedBy = row.repliedBy();
        closedAt = row.closedAt();
        closedBy = row.closedBy();
        version = row.version();
        nextFireAt = row.nextFireAt();
    }

    /** Reason and measures, once; late is said, and still better than never. */
    void reply(String by, Instant at) {
        if (state != State.OPEN) {
            throw Refusal.conflict("ILLEGAL_ACTION", "督办单目前为“" + state.text() + "”，不能再次答复。");
        }
        state = State.REPLIED;
        repliedAt = at;
        repliedBy = by;
        replyOverdue |= issued.replyDueOn() != null && !at.isBefore(WorkCalendar.endOf(issued.replyDueOn()));
        nextFireAt = null;
        version++;
    }

    /** By a supervisor; where a reply was asked for, not before it is there. */
    void close(String by, Instant at) {
        refuseClosed();
        if (state == State.OPEN && issued.replyDueOn() != null) {
            throw Refusal.conflict("NOT_REPLIED", "责任部门还没有答复原因和措施，不能办结督办单。");
        }
        end(by, at);
    }

    /** By the platform or with an approved appeal: there is nothing left to answer for. */
    void end(String by, Instant at) {
        state = State.CLOSED;
        closedAt = at;
        closedBy = by;
        nextFireAt = null;
        version++;
    }

    void refuseClosed() {
        if (state == State.CLOSED) {
            throw Refusal.conflict("ILLEGAL_ACTION", "督办单已经办结。");
        }
    }

    void sees(long seenVersion) {
        if (seenVersion != version) {
            throw Refusal.conflict("STALE", "督办单在您查看之后已有变化，请刷新页面后再操作。");
        }
    }

    /** The day for the reply is over and nobody has replied; told once. */
    boolean overdue(Instant now) {
        if (nextFireAt == null || nextFireAt.isAfter(now)) {
            return false;
        }
        nextFireAt = null;
        replyOverdue = state == State.OPEN && issued.replyDueOn() != null;
        return replyOverdue;
    }

    public Row row() {
        return new Row(
                issued.id(),
                issued.caseId(),
                issued.caseNo(),
                issued.itemName(),
                issued.level(),
                issued.trigger(),
                issued.clock(),
                issued.clockRef(),
                issued.dueOn(),
                issued.department(),
                issued.officer(),
                state,
                issued.issuedAt(),
                issued.issuedBy(),
                issued.replyDueOn(),
                replyOverdue,
                repliedAt,
                repliedBy,
                closedAt,
                closedBy,
                version,
                nextFireAt);
    }

    public UUID id() {
        return issued.id();
    }

    public String department() {
        return issued.department();
    }

    public State state() {
        return state;
    }

    public long version() {
        return version;
    }
}
