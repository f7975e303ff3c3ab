package org.yiwang.forms.catalogue.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written down of words that found nothing: nothing of one person, nothing with digits. */
class RepeatedWordsTest {

    private final RepeatedWords words = new RepeatedWords();

    @Test
    void isWrittenDownOnlyWhenAskedForSeveralTimes() {
        assertEquals(Optional.empty(), words.after("养狗证"));
        assertEquals(Optional.empty(), words.after("养狗证"));
        assertEquals(Optional.of(new RepeatedWords.Count("养狗证", 3)), words.after("养狗证？"));
        assertEquals(Optional.of(new RepeatedWords.Count("养狗证", 1)), words.after("养狗证"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"13800138000", "张三 110101199003071234", "狗", "li@example.org 13", "一二三四五六七八九十一二三四五六七八九十一", "？"})
    void numbersAndLongTextsAreNeverWrittenDown(String text) {
        for (int i = 0; i < 5; i++) {
            assertEquals(Optional.empty(), words.after(text));
        }
    }
}
