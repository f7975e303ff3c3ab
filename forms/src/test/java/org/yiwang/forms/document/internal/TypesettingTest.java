package org.yiwang.forms.document.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TypesettingTest {

    /** Chinese characters are one wide, letters and digits a half. */
    private final LineBreaker breaker = new LineBreaker(codePoint -> codePoint < 0x2E80 ? 0.5 : 1);

    private List<String> lines(String text, double width) {
        return breaker.lines(text, width, 0).stream()
                .map(LineBreaker.Line::text)
                .toList();
    }

    @Test
    void noLineBeginsWithClosingPunctuation() {
        assertEquals(List.of("一二三", "四。五六"), lines("一二三四。五六", 4));
        assertEquals(List.of("一二三", "四）、五"), lines("一二三四）、五", 4));
    }

    @Test
    void noLineEndsWithAnOpeningBracket() {
        assertEquals(List.of("一二三", "《四五》"), lines("一二三《四五》", 4));
    }

    @Test
    void numbersStayWhole() {
        assertEquals(List.of("一二", "12345678"), lines("一二12345678", 4));
    }

    @Test
    void aWordLongerThanALineIsCut() {
        assertEquals(List.of("一", "12345678", "90123"), lines("一1234567890123", 4));
    }

    @Test
    void theFirstLineLeavesRoomForItsIndent() {
        assertEquals(
                List.of("一二", "三四五六"),
                breaker.lines("一二三四五六", 4, 2).stream()
                        .map(LineBreaker.Line::text)
                        .toList());
    }

    @Test
    void characterOutsideTheBasicPlaneIsOneCharacter() {
        assertEquals(List.of("𠮷一二三", "𠮷"), lines("𠮷一二三𠮷", 4));
    }

    @Test
    void numbersReadAsTheTemplateWants() {
        assertEquals("云东民受〔2026〕12号", DocumentNumber.write("云东民受〔{year}〕{seq}号", 2026, 12));
        assertEquals("JY2000012", DocumentNumber.write("JY2{seq:6}", 2026, 12));
    }

    @Test
    @DisplayName("校验位错 → 拒")
    void checkDigitFollowsIso7064() {
        // ISO 7064 MOD 11,10: the standard's own example.
        assertEquals('5', DocumentNumber.check("0794"));
        assertEquals("JY07945", DocumentNumber.write("JY0794{check}", 2026, 1));
    }

    @Test
    void verificationCodesAreLongAndDiffer() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String code = VerificationCode.next();
            assertTrue(code.matches("[A-Z2-7]{26}"), code);
            codes.add(code);
        }
        assertEquals(1000, codes.size());
    }

    @Test
    void aTypedCodeIsForgivenItsSpacesAndLookalikes() {
        assertEquals("ABCDOIB7", VerificationCode.normalise(" abcd-01 87"));
        assertEquals("", VerificationCode.normalise(null));
        assertFalse(VerificationCode.normalise("ＡＢ").contains("Ａ"));
    }
}
