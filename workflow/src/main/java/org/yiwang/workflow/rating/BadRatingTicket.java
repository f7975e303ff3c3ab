package org.yiwang.workflow.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.clock.WorkCalendar;

/**
 * 差评工单: what becomes of a grade of 2 or 1 (GB/T 39734-2020 差评处置): assigned to the department that handled it, found
 * out, put right or explained, called back, and rated once more. Every stage has its last day by the work calendar. Kept
 * while its row is locked; what is done with it goes through {@link TicketRules}.
 */
public final class BadRatingTicket {

    private final UUID id;
    private final UUID ratingId;
    private final Long caseId;
    private final String caseNo;
    private final String itemName;
    private final String department;
    private final Instant openedAt;
    private TicketState state;
    private Finding finding;
    private boolean complex;
    private Instant foundAt;
    private Instant fedBackAt;
    private Instant revisitedAt;
    private Instant closedAt;
    private Lights lights;
    private boolean late;
    private int steps;
    private long version;
    private Instant nextFireAt;

    /** 到期: what of the present stage has come. */
    public enum Passed {
        YELLOW,
        DUE
    }

    /** 存档: the row as it stands in the table. */
    public record Row(
            UUID id,
            UUID ratingId,
            Long caseId,
            String caseNo,
            String itemName,
            String department,
            TicketState state,
            Finding finding,
            boolean complex,
            Instant openedAt,
            Instant foundAt,
            Instant fedBackAt,
            Instant revisitedAt,
            Instant closedAt,
            LocalDate dueOn,
            LocalDate yellowOn,
            LocalDate redOn,
            boolean late,
            int steps,
            long version,
            Instant nextFireAt) {}

    public BadRatingTicket(Row row) {
        id = row.id();
        ratingId = row.ratingId();
        caseId = row.caseId();
        caseNo = row.caseNo();
        itemName = row.itemName();
        department = row.department();
        state = row.state();
        finding = row.finding();
        complex = row.complex();
        openedAt = row.openedAt();
        foundAt = row.foundAt();
        fedBackAt = row.fedBackAt();
        revisitedAt = row.revisitedAt();
        closedAt = row.closedAt();
        lights = new Lights(row.dueOn(), row.yellowOn(), row.redOn(), false);
        late = row.late();
        steps = row.steps();
        version = row.version();
        nextFireAt = row.nextFireAt();
    }

    /** 派单: at once, to the department that handled it; finding out is due within one workday. */
    static BadRatingTicket open(
            UUID rating,
            Long caseId,
            String caseNo,
            String itemName,
            String department,
            Instant at,
            WorkCalendar calendar) {
        BadRatingTicket ticket = new BadRatingTicket(new Row(
                UUID.randomUUID(),
                rating,
                caseId,
                caseNo,
                itemName,
                department,
                TicketState.ASSIGNED,
                null,
                false,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                0,
                1,
                null));
        ticket.limit(at, at, calendar);
        return ticket;
    }

    // ---- steps

    /** Refuses a side that never may (403) and a step out of order (409). */
    void require(TicketAction action, TicketRules.Side side) {
        if (!TicketRules.may(action, side)) {
            throw Refusal.forbidden("“" + action.text() + "”不由您办理。");
        }
        if (!TicketRules.lawful(action, state)) {
            throw Refusal.conflict("ILLEGAL_ACTION", "差评工单目前为“" + state.text() + "”，不能" + action.text() + "。");
        }
    }

    void takeUp(Instant at, WorkCalendar calendar) {
        move(TicketAction.TAKE_UP, TicketState.VERIFYING, at, at, calendar);
    }

    void verify(Finding found, Instant at, WorkCalendar calendar) {
        finding = found;
        foundAt = at;
        move(TicketAction.VERIFY, found.leadsTo(), at, at, calendar);
    }

    /** The days to put it right count from the finding, however long the plan took. */
    void rectify(boolean difficult, Instant at, WorkCalendar calendar) {
        complex = difficult;
        move(TicketAction.RECTIFY, TicketState.RECTIFYING, at, foundAt, calendar);
    }

    void feedBack(Instant at, WorkCalendar calendar) {
        fedBackAt = at;
        move(TicketAction.FEED_BACK, TicketState.FEEDBACK, at, at, calendar);
    }

    /** 复核: upheld, the grade counts nowhere; rejected, it is valid after all and the time to put it right begins. */
    void review(boolean exclude, Instant at, WorkCalendar calendar) {
        if (!exclude) {
            finding = Finding.VALID;
            foundAt = at;
        }
        move(TicketAction.REVIEW, exclude ? TicketState.EXCLUDED : TicketState.VALID, at, at, calendar);
    }

    void callBack(Instant at, WorkCalendar calendar) {
        revisitedAt = at;
        move(TicketAction.CALL_BACK, TicketState.REVISIT, at, at, calendar);
    }

    void close(TicketAction how, Instant at, WorkCalendar calendar) {
        move(how, TicketState.CLOSED, at, at, calendar);
    }

    private void move(TicketAction action, TicketState to, Instant at, Instant from, WorkCalendar calendar) {
        if (!TicketRules.leads(action, state, to)) {
            throw new IllegalStateException(action + " does not lead from " + state + " to " + to);
        }
        // Waiting for the rater to rate again is nobody's lateness.
        late |= state != TicketState.REVISIT && lights.dueOn() != null && !at.isBefore(start(lights.redOn()));
        state = to;
        version++;
        if (to.ended()) {
            closedAt = at;
            lights = Lights.NONE;
            nextFireAt = null;
        } else {
            limit(from, at, calendar);
        }
    }

    private void limit(Instant from, Instant now, WorkCalendar calendar) {
        String name = TicketRules.limitOf(state, complex);
        if (name != null) {
            lights = Lights.of(calendar, RatingStandard.current().limit(name), from);
            nextFireAt = next(now);
        }
    }

    private Instant next(Instant now) {
        Instant yellow = start(lights.yellowOn());
        Instant red = start(lights.redOn());
        if (state != TicketState.REVISIT && yellow.isAfter(now)) {
            return yellow;
        }
        return red.isAfter(now) ? red : null;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    /** Takes what has come due and waits for what comes after it; empty when nothing has. */
    public Optional<Passed> passed(Instant now) {
        if (nextFireAt == null || nextFireAt.isAfter(now)) {
            return Optional.empty();
        }
        boolean due = !nextFireAt.isBefore(start(lights.redOn()));
        nextFireAt = due ? null : start(lights.redOn());
        late |= due && state != TicketState.REVISIT;
        return Optional.of(due ? Passed.DUE : Passed.YELLOW);
    }

    // ---- what is there

    public Row row() {
        return new Row(
                id,
                ratingId,
                caseId,
                caseNo,
                itemName,
                department,
                state,
                finding,
                complex,
                openedAt,
                foundAt,
                fedBackAt,
                revisitedAt,
                closedAt,
                lights.dueOn(),
                lights.yellowOn(),
                lights.redOn(),
                late,
                steps,
                version,
                nextFireAt);
    }

    /** The number of the next step of its record. */
    public int nextStep() {
        return ++steps;
    }

    public UUID id() {
        return id;
    }

    public Long caseId() {
        return caseId;
    }

    public String caseNo() {
        return caseNo;
    }

    public String itemName() {
        return itemName;
    }

    public String department() {
        return department;
    }

    public UUID ratingId() {
        return ratingId;
    }

    public TicketState state() {
        return state;
    }

    public Finding finding() {
        return finding;
    }

    public long version() {
        return version;
    }

    public LocalDate dueOn() {
        return lights.dueOn();
    }

    public boolean late() {
        return late;
    }

    public TrafficLight light(LocalDate today) {
        return state == TicketState.REVISIT ? TrafficLight.BLUE : lights.on(today);
    }
}
