package org.yiwang.web.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PageModeTest {

    @Test
    void theModeFollowsFromTheFirstSegmentOnly() {
        assertEquals(PageMode.ENGLISH, PageMode.ofPath("/en/items"));
        assertEquals(PageMode.ELDER, PageMode.ofPath("/zz"));
        assertEquals(PageMode.STANDARD, PageMode.ofPath("/english/items"));
        assertEquals(PageMode.STANDARD, PageMode.ofPath("/items/en"));
    }

    @Test
    void strippingAndPrefixingAreInverse() {
        for (PageMode mode : PageMode.values()) {
            for (String path : new String[] {"/", "/items", "/my/cases/1"}) {
                assertEquals(path, mode.strip(mode.url(path)));
            }
        }
    }

    @Test
    void datesAreThoseOfTheCityWhateverZoneTheMachineIsIn() {
        Instant lateInLondon = Instant.parse("2026-11-22T20:30:00Z");
        assertEquals("2026年11月23日（周一） 04:30", Dates.moment(lateInLondon, PageMode.STANDARD));
        assertEquals("Mon 23 November 2026", Dates.day(LocalDate.of(2026, 11, 23), PageMode.ENGLISH));
    }

    @Test
    void amountsShowFenOnlyWhenThereAreAny() {
        assertEquals("¥1500", Dates.yuan(150_000));
        assertEquals("¥0.05", Dates.yuan(5));
    }
}
