package org.yiwang.workflow.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yiwang.workflow.interest.InterestState.Waits;

/** 行政许可法 §36: what a decision waits for. */
class InterestStateTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void hisTimeDoesNotBeginBeforeTheNoticeIsServedOnHim() {
        InterestState told = new InterestState("TOLD", Optional.empty());
        assertEquals(Waits.SERVICE, told.waits(FRIDAY));
        assertFalse(told.over(FRIDAY.plusYears(1)), "what never began is not over");
    }

    @Test
    void theLastDayIsHis() {
        InterestState told = new InterestState("TOLD", Optional.of(FRIDAY));
        assertEquals(Waits.TIME, told.waits(FRIDAY));
        assertFalse(told.over(FRIDAY));
        assertEquals(Waits.NOTHING, told.waits(FRIDAY.plusDays(1)));
        assertTrue(told.over(FRIDAY.plusDays(1)));
    }

    @Test
    void whoHasSpokenOrWaivedIsNotWaitedFor() {
        for (String said : new String[] {"STATED", "WAIVED", "HEARING"}) {
            assertEquals(Waits.NOTHING, new InterestState(said, Optional.of(FRIDAY)).waits(FRIDAY), said);
            assertEquals(Waits.NOTHING, new InterestState(said, Optional.empty()).waits(FRIDAY), said);
        }
    }
}
