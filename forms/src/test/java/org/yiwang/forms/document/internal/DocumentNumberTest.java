package org.yiwang.forms.document.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** 文号: as the template wants it, and never the same twice. */
class DocumentNumberTest {

    @Test
    void aSequenceBeginsAnewOnlyWhereTheYearIsPartOfTheNumber() {
        assertTrue(DocumentNumber.yearly("云东民受〔{year}〕{seq}号"));
        assertFalse(DocumentNumber.yearly("JY1999901{seq:6}{check}"), "next year's first would be this year's first");
    }

    @Test
    void theNumberCarriesYearAndPlaceAndCheckDigit() {
        assertEquals("云东民受〔2026〕12号", DocumentNumber.write("云东民受〔{year}〕{seq}号", 2026, 12));
        String licence = DocumentNumber.write("JY1999901{seq:6}{check}", 2026, 7);
        assertEquals("JY1999901000007" + DocumentNumber.check("JY1999901000007"), licence);
    }
}
