package org.yiwang.workflow.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yiwang.workflow.hearing.HearingRight.Waits;

/** 行政许可法 §47: what a decision waits for. */
class HearingRightTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private static Waits waits(boolean lawSays, HearingRight right, boolean running, LocalDate today) {
        return HearingRight.waits(lawSays, Optional.ofNullable(right), running, today);
    }

    @Test
    void whereTheLawGivesTheRightItIsToldFirst() {
        assertEquals(Waits.NOTICE, waits(true, null, false, FRIDAY));
        assertEquals(Waits.NOTHING, waits(false, null, false, FRIDAY));
    }

    @Test
    void theTimeToAskDoesNotBeginBeforeTheNoticeIsServed() {
        assertEquals(Waits.SERVICE, waits(false, new HearingRight("TOLD", Optional.empty()), false, FRIDAY));
    }

    @Test
    void theLastDayBelongsToWhoMayAsk() {
        HearingRight told = new HearingRight("TOLD", Optional.of(FRIDAY));
        assertEquals(Waits.TIME, waits(true, told, false, FRIDAY));
        assertEquals(Waits.NOTHING, waits(true, told, false, FRIDAY.plusDays(1)));
    }

    @Test
    void whoWaivedIsNotWaitedFor() {
        assertEquals(Waits.NOTHING, waits(true, new HearingRight("WAIVED", Optional.of(FRIDAY)), false, FRIDAY));
    }

    @Test
    void aHearingThatWasAskedForIsHeldFirstWheneverThatIs() {
        HearingRight asked = new HearingRight("ASKED", Optional.of(FRIDAY));
        assertEquals(Waits.HEARING, waits(true, asked, true, FRIDAY.plusYears(1)));
        assertEquals(Waits.NOTHING, waits(true, asked, false, FRIDAY));
    }
}
