package org.yiwang.forms.catalogue.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.search.SearchWord;

/** How characters are read and letters are cut into syllables. */
class PinyinTest {

    @Test
    void readsCharactersInTheirUsualWays() {
        assertEquals("zheng", Pinyin.readings('证').get(0));
        assertTrue(Pinyin.readings('行').containsAll(List.of("xing", "hang")));
        assertEquals("lv", Pinyin.readings('律').get(0));
        assertEquals(List.of(), Pinyin.readings('a'));
    }

    @Test
    void cutsLettersIntoSyllablesInEveryLikelyWay() {
        assertEquals(
                List.of(List.of("shen", "fen", "zheng")),
                Syllables.of("shenfenzheng").stream().limit(1).toList());
        assertTrue(Syllables.of("xian").containsAll(List.of(List.of("xian"), List.of("xi", "an"))));
        assertEquals(List.of(), Syllables.of("sfz"));
        assertEquals(List.of(), Syllables.of("passport"));
    }

    @Test
    void hearsNoDifferenceWhereManySpeakersMakeNone() {
        assertEquals(Pinyin.sound("zheng"), Pinyin.sound("zen"));
        assertEquals(Pinyin.sound("nan"), Pinyin.sound("lang"));
        assertEquals(Pinyin.sound("lv"), Pinyin.sound("lu"));
        assertTrue(!Pinyin.sound("zhong").equals(Pinyin.sound("zen")));
    }

    @Test
    void initialsFollowEveryReading() {
        assertEquals(
                List.of("sfz"),
                Tokens.initials("身份证").stream().filter("sfz"::equals).toList());
        assertTrue(Tokens.initials("银行").containsAll(List.of("yx", "yh")));
    }

    @Test
    void anEditedWordReplacesTheOneThatTheBuildBrings() {
        Map<String, List<String>> shipped = Map.of("低保", List.of("dibao"), "开店", List.of("self-employed"));
        List<SearchWord> changed =
                List.of(new SearchWord("低保", List.of("tekun"), "x", null), new SearchWord("开店", List.of(), "x", null));
        assertEquals(Map.of("低保", List.of("tekun")), WordStore.merged(shipped, changed));
    }
}
