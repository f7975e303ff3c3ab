package org.yiwang.forms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTheStateGivesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "440524188001010014",
                "999999199001010016",
                "999999201602290025",
                "999999199304180020",
                "999999194005120033",
                "999999198507150011"
            })
    void takesIdNumbersWithTheRightCheckDigit(String number) {
        assertEquals(number, IdNumber.parse(number).value());
    }

    @Test
    void readsFullWidthBlanksAndASmallX() {
        assertEquals(
                "11010519491231002X", IdNumber.parse(" １１０１０５ 1949-1231 ００２ｘ").value());
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021, ID_NUMBER_CHECK",
        "11010519491231002, ID_NUMBER_FORMAT",
        "1101051949123100XX, ID_NUMBER_FORMAT",
        "'', ID_NUMBER_FORMAT",
        "999999201702290022, ID_NUMBER_BIRTH_DATE"
    })
    void namesWhatIsWrongWithAnIdNumber(String number, String code) {
        InvalidValue wrong = assertThrows(InvalidValue.class, () -> IdNumber.parse(number));
        assertEquals(code, wrong.code());
        assertTrue(wrong.getMessage().contains("请"), "the message says the way out");
        assertFalse(wrong.getMessage().contains("1949"), "and not the number");
    }

    @Test
    void nobodyIsBornAfterToday() {
        LocalDate before = LocalDate.of(2016, 2, 28);
        assertEquals(
                "ID_NUMBER_BIRTH_DATE",
                assertThrows(InvalidValue.class, () -> IdNumber.parse("999999201602290025", before))
                        .code());
        assertEquals(
                LocalDate.of(2016, 2, 29), IdNumber.parse("999999201602290025").birthDate());
    }

    @Test
    void agesOnTheBirthdayAndALeapDayOnTheFirstOfMarch() {
        IdNumber leap = IdNumber.parse("999999201602290025");
        assertEquals(0, leap.ageOn(LocalDate.of(2017, 2, 28)));
        assertEquals(1, leap.ageOn(LocalDate.of(2017, 3, 1)));
        assertEquals(36, IdNumber.parse("999999199001010016").ageOn(LocalDate.of(2026, 1, 1)));
        assertTrue(IdNumber.parse("999999199001010016").male());
        assertFalse(leap.male());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "11110000000021135M",
                "11430000006122244L",
                "11370800MB28559184",
                "91000000MA0000000N",
                "11000000000000000U",
                "52000000MJ00000008"
            })
    void takesCreditCodesWithTheRightCheckCharacter(String code) {
        assertEquals(
                code, CreditCode.parse(code.toLowerCase(java.util.Locale.ROOT)).value());
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y44, CREDIT_CODE_CHECK",
        "91350100M000100Y4, CREDIT_CODE_FORMAT",
        "91350100I000100Y43, CREDIT_CODE_FORMAT"
    })
    void namesWhatIsWrongWithACreditCode(String code, String expected) {
        assertEquals(
                expected,
                assertThrows(InvalidValue.class, () -> CreditCode.parse(code)).code());
    }

    @ParameterizedTest
    @CsvSource({
        "138 0000 0101, 13800000101",
        "+86 13800000101, 13800000101",
        "８６１３８００００0101, 13800000101",
        "(0999)8123456, 09998123456",
        "010-62345678, 01062345678"
    })
    void takesMobilesAndLandlinesHoweverWritten(String typed, String value) {
        assertEquals(value, Phone.parse(typed).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12800000101", "1380000010", "8123456", "abc", ""})
    void refusesWhatIsNoPhoneNumber(String typed) {
        assertEquals(
                "PHONE_FORMAT",
                assertThrows(InvalidValue.class, () -> Phone.parse(typed)).code());
    }

    @Test
    @DisplayName("日志中无明文")
    void showsPersonalValuesMaskedEvenByAccident() {
        assertEquals("999999********0016", "" + IdNumber.parse("999999199001010016"));
        assertEquals("138****0101", "" + Phone.parse("13800000101"));
        assertEquals("陈*", Masked.name("陈静"));
        assertEquals("欧**娜", Masked.name("欧阳娜娜"));
        assertEquals("𠮷*", Masked.name("𠮷田"));
        assertEquals("", Masked.name(""));
    }

    @Test
    void normalisesOtherDocumentsByTheirKind() {
        assertEquals("E12345678", IdType.PASSPORT.normalise("e1234 5678"));
        assertEquals(
                "ID_DOCUMENT_FORMAT",
                assertThrows(InvalidValue.class, () -> IdType.PASSPORT.normalise("护照"))
                        .code());
        assertEquals("*******78", IdType.mask("E12345678"));
    }
}
