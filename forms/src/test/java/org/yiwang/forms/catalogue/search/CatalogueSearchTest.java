package org.yiwang.forms.catalogue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.internal.search.CatalogueIndex;
import org.yiwang.forms.catalogue.internal.search.ShippedWords;
import org.yiwang.forms.identity.Channel;

/** The rules of searching the catalogue, over the packages of this build. */
class CatalogueSearchTest {

    private static SearchFound find(String words) {
        return Shipped.INDEX.find(SearchQuery.of(words));
    }

    private static SearchHit first(String words) {
        return find(words).hits().get(0);
    }

    @Test
    void saysWhyAnItemIsThere() {
        assertEquals(MatchedBy.NAME, first("居住证").by());
        assertEquals(new Why(MatchedBy.WORD, "开饭店"), Why.of(first("开饭店")));
        assertEquals(MatchedBy.SOUND, first("juzhuzheng").by());
        assertEquals(MatchedBy.INITIALS, first("jzz").by());
        assertEquals(MatchedBy.GUIDE, first("采集相片和指纹").by());
    }

    private record Why(MatchedBy by, String phrase) {

        static Why of(SearchHit hit) {
            return new Why(hit.by(), hit.phrase());
        }
    }

    @Test
    void asksWhetherTheWordThatSoundsTheSameWasMeant() {
        assertEquals(Optional.of("居住证"), find("居住正").meant());
        assertEquals(Optional.of("公积金"), find("公机金").meant());
    }

    @Test
    void doesNotAskWhereTheWordsWereRightOrWerePinyin() {
        assertEquals(Optional.empty(), find("居住证").meant());
        assertEquals(Optional.empty(), find("juzhuzheng").meant());
    }

    @Test
    void soundsThatManyDoNotTellApartAreTheSame() {
        assertEquals("residence-permit", Shipped.find("juzuzen").get(0));
        assertEquals("elder-allowance", Shipped.find("gaolinjintie").get(0));
    }

    @Test
    void talkAroundTheMatterChangesNothing() {
        assertEquals(
                Shipped.find("身份证").get(0), Shipped.find("请问我想办理身份证需要什么材料？").get(0));
    }

    @Test
    void traditionalCharactersAndWideLettersAreRead() {
        assertEquals("marriage", Shipped.find("結婚登記").get(0));
        assertEquals("residence-permit", Shipped.find("ＪＺＺ").get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"火星移民", "我爱你", "买彩票", "养狗证", "asdfgh", "停电", "中彩票", "%%%", "' OR 1=1", "*:*", "12345"})
    void whatNobodyOffersIsNotFound(String words) {
        assertEquals(List.of(), find(words).hits());
        assertEquals(0, find(words).total());
    }

    @Test
    void namesWhatComesNearestWhereNothingIsFound() {
        SearchFound found = find("火车票");
        assertEquals(List.of(), found.hits());
        assertTrue(!found.near().isEmpty() && found.near().size() <= 3);
    }

    @Test
    void filtersNarrowWhatIsFound() {
        assertTrue(Shipped.find("食品").contains("food-produce"));
        List<String> persons = codes(new SearchQuery("食品", Audience.PERSON, null, null, null));
        assertTrue(persons.contains("food-business") && !persons.contains("food-produce"));
        assertEquals(List.of(), codes(new SearchQuery("食品", null, "housing", null, null)));
        assertEquals(List.of(), codes(new SearchQuery("道路挖掘", null, null, Channel.KIOSK, null)));
        assertEquals(List.of(), codes(new SearchQuery("居住证", null, null, null, "nobody")));
    }

    private static List<String> codes(SearchQuery query) {
        return Shipped.INDEX.find(query).hits().stream()
                .map(hit -> hit.item().code().value())
                .toList();
    }

    @Test
    void anEditedWordLeadsWhereItSays() {
        Map<String, List<String>> words = Map.of("小黄车", List.of("road-dig", "outdoor-ad"), "空", List.of("not-there"));
        CatalogueIndex index = new CatalogueIndex(2, Shipped.SNAPSHOT.current().toList(), words);
        assertEquals(
                List.of("road-dig", "outdoor-ad"),
                index.find(SearchQuery.of("小黄车")).hits().stream()
                        .map(hit -> hit.item().code().value())
                        .toList());
        assertEquals(
                "road-dig",
                index.find(SearchQuery.of("xhc")).hits().get(0).item().code().value());
        assertTrue(index.find(SearchQuery.of("开饭店")).hits().stream().noneMatch(hit -> hit.by() == MatchedBy.WORD));
    }

    @Test
    void anEmptyCatalogueFindsNothing() {
        CatalogueIndex index = new CatalogueIndex(0, List.of(), ShippedWords.all());
        assertEquals(List.of(), index.find(SearchQuery.of("居住证")).hits());
    }

    @Test
    void everyItemIsFoundByItsNameInBothLanguages() {
        Shipped.SNAPSHOT.current().forEach(item -> {
            assertEquals(
                    item.code().value(),
                    Shipped.find(item.name().zh()).get(0),
                    item.name().zh());
            assertTrue(
                    Shipped.find(item.name().en()).stream()
                            .limit(2)
                            .toList()
                            .contains(item.code().value()),
                    item.name().en());
        });
    }

    @Test
    void noWordOfTheTableIsLost() {
        assertTrue(ShippedWords.all().size() >= 300);
        ShippedWords.all().forEach((word, codes) -> {
            assertFalse(codes.isEmpty(), word);
            List<String> there = codes.stream().filter(Shipped.CODES::contains).toList();
            if (!there.isEmpty()) {
                assertTrue(Shipped.find(word).contains(there.get(0)), word + " " + Shipped.find(word));
            }
        });
    }

    @Test
    void longAndOddInputIsNoTrouble() {
        assertTrue(find("身份证".repeat(100)).hits().size() > 0);
        assertEquals(List.of(), find("").hits());
        assertEquals(List.of(), find("？！……").hits());
        assertEquals(
                List.of(), find("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz").hits());
        assertTrue(find("a".repeat(60)).total() <= SearchItems.MOST);
    }
}
