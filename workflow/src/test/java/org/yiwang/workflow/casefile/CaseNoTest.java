package org.yiwang.workflow.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CaseNoTest {

    private final CaseNo no = CaseNo.of("999900", LocalDate.of(2026, 3, 2), 42);

    @Test
    void carriesRegionDateSerialAndACheckDigit() {
        assertEquals("99990020260302000042", no.value().substring(0, 20));
        assertEquals(21, no.value().length());
    }

    @Test
    void isReadWithSpacesAndHyphens() {
        String typed = no.value().substring(0, 6) + "-" + no.value().substring(6, 14) + " "
                + no.value().substring(14);
        assertEquals(no, CaseNo.parse(typed).orElseThrow());
    }

    @Test
    @DisplayName("校验位错 → 拒")
    void noticesEveryWrongDigit() {
        String right = no.value();
        for (int i = 0; i < right.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != right.charAt(i)) {
                    String wrong = right.substring(0, i) + digit + right.substring(i + 1);
                    assertTrue(CaseNo.parse(wrong).isEmpty(), wrong);
                }
            }
        }
        assertTrue(CaseNo.parse("").isEmpty());
        assertTrue(CaseNo.parse(null).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new CaseNo("123"));
    }
}
