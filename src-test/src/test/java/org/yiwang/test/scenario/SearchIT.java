package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 检索: services are found as people call them, and editors learn what was asked for in vain. */
@OnServer
class SearchIT {

    private final City city;
    private final YiwangServer server;

    SearchIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode find(String words) {
        return city.nobody().get("/items?q=" + encoded(words)).expect(200).json();
    }

    private List<String> codes(String words) {
        List<String> codes = new ArrayList<>();
        find(words).path("items").forEach(item -> codes.add(item.path("code").asText()));
        return codes;
    }

    private String page(String path) {
        return city.nobody().request("GET", "/" + path).send().expect(200).body();
    }

    /** A word that nobody has ever used: letters that are neither pinyin nor initials of anything. */
    private static String unheardOf() {
        StringBuilder letters = new StringBuilder();
        for (char digit :
                UUID.randomUUID().toString().replace("-", "").substring(0, 14).toCharArray()) {
            letters.append("bcdfghjklmnpqrst".charAt(Character.digit(digit, 16)));
        }
        return letters.toString();
    }

    /** Chinese characters that stand in no name, so that only the table of words can lead anywhere. */
    private static String newWord() {
        StringBuilder characters = new StringBuilder();
        for (char digit :
                UUID.randomUUID().toString().replace("-", "").substring(0, 8).toCharArray()) {
            characters.append("鼋鼍鼐鼒鼗鼙鼢鼩鼯鼱鼷鼽鼾齁齉齑".charAt(Character.digit(digit, 16)));
        }
        return characters.toString();
    }

    @Test
    void saysWhyAnItemIsThereAndWhatWasMeant() {
        JsonNode wrong = find("居住正");
        assertEquals("居住证", wrong.path("meant").asText());
        assertEquals("residence-permit", wrong.at("/items/0/code").asText());
        assertEquals("SOUND", wrong.at("/items/0/matchedBy").asText());
        JsonNode word = find("开饭店");
        assertTrue(word.path("meant").isNull());
        assertEquals("WORD", word.at("/items/0/matchedBy").asText());
        assertEquals("开饭店", word.at("/items/0/phrase").asText());
        assertEquals("residence-permit", codes("jzz").get(0));
        assertEquals("residence-permit", codes("juzhuzheng").get(0));
    }

    @Test
    void aListThatWasNotSearchedForGoesOnPageByPage() {
        Reply all = city.nobody().get("/items?limit=100").expect(200);
        Reply first = city.nobody().get("/items?limit=5").expect(200);
        Reply second =
                city.nobody().get("/items?limit=5&after=" + first.text("/next")).expect(200);
        assertEquals(all.text("/items/5/code"), second.text("/items/0/code"));
        assertTrue(all.at("/items/0/matchedBy").isNull());
    }

    @Test
    void whatWasFoundGoesOnPageByPageToo() {
        Reply first =
                city.nobody().get("/items?q=" + encoded("登记") + "&limit=3").expect(200);
        Reply second = city.nobody()
                .get("/items?q=" + encoded("登记") + "&limit=3&after=" + first.text("/next"))
                .expect(200);
        assertFalse(first.json().path("items").findValuesAsText("code").contains(second.text("/items/0/code")));
    }

    @Test
    void filtersNarrowAndUnknownOnesAreRefused() {
        String food = "/items?q=" + encoded("食品");
        JsonNode persons =
                city.nobody().get(food + "&audience=PERSON").expect(200).json();
        assertFalse(persons.path("items").findValuesAsText("code").contains("food-produce"));
        JsonNode kiosk =
                city.nobody().get("/items?channel=KIOSK&limit=100").expect(200).json();
        assertFalse(kiosk.path("items").findValuesAsText("code").contains("road-dig"));
        JsonNode police = city.nobody()
                .get("/items?organisation=police-east&limit=100")
                .expect(200)
                .json();
        assertTrue(police.path("items").findValuesAsText("code").contains("id-card"));
        JsonNode atMostOnce =
                city.nobody().get("/items?visits=1&limit=100").expect(200).json();
        atMostOnce.path("items").forEach(item -> assertTrue(item.path("visits").asInt() <= 1, item.toString()));
        city.nobody().get("/items?visits=often").problem(422, "INVALID").error("visits", "UNKNOWN_VALUE");
        city.nobody().get("/items?channel=PIGEON").problem(422, "INVALID").error("channel", "UNKNOWN_VALUE");
    }

    @Test
    void aPublishedPackageIsFoundWithinSeconds() {
        PackageFolder folder = PackageFolder.read("street-banner")
                .json("item.json", item -> item.putObject("summary").put("zh-CN", "测试批次 " + UUID.randomUUID()));
        city.as("admin")
                .post("/packages")
                .file("file", "street-banner.zip", "application/zip", folder.zip())
                .send()
                .expect(200);
        Await.until("found by pinyin", () -> codes("xuanchuanhengfu").contains("street-banner"));
        // Other tests publish services of the same name.
        assertTrue(codes("临时悬挂宣传横副").contains("street-banner"), "by what only sounds the same");
    }

    @Test
    void anAdministratorsWordLeadsWhereItSaysUntilItIsTakenBack() {
        Api admin = city.as("admin");
        String word = newWord();
        assertEquals(List.of(), codes(word));
        String path = "/search-words/" + encoded(word);
        ObjectNode order = Api.object();
        order.putArray("items").add("road-dig").add("居住证申领");

        Reply kept = admin.put(path).json(order).send().expect(200);

        assertEquals("residence-permit", kept.text("/items/1"), "names are as good as codes");
        Await.until("the word leads there", () -> codes(word).equals(List.of("road-dig", "residence-permit")));
        assertTrue(admin.get("/search-words").expect(200).body().contains(word));
        admin.delete(path).expect(204);
        assertEquals(
                List.of(
                        Map.of("led_to", "", "leads_to", "road-dig residence-permit"),
                        Map.of("led_to", "road-dig residence-permit", "leads_to", "")),
                server.db().rows("SELECT led_to, leads_to FROM search_word_change WHERE word = ? ORDER BY id", word),
                "what was done stays known");
        Await.until("the word leads nowhere again", () -> codes(word).isEmpty());
        admin.delete(path).problem(404, "NOT_FOUND");
    }

    @Test
    void wordsThatMakeNoSenseAreRefusedAndNobodyElseKeepsThem() {
        Api admin = city.as("admin");
        ObjectNode unknown = Api.object();
        unknown.putArray("items").add("no-such-item");
        admin.put("/search-words/" + encoded("鼋鼍"))
                .json(unknown)
                .send()
                .problem(422, "INVALID")
                .error("items", "UNKNOWN_ITEM");
        admin.put("/search-words/" + encoded("!!"))
                .json(Api.object())
                .send()
                .problem(422, "INVALID")
                .error("word", "FORMAT");
        for (String who : List.of("chenjing", "supervisor", "window-1")) {
            city.as(who).get("/search-words").problem(403, "FORBIDDEN");
            city.as(who).get("/search-words/unfound").problem(403, "FORBIDDEN");
            city.as(who).put("/search-words/a").json(Api.object()).send().problem(403, "FORBIDDEN");
        }
        city.nobody().get("/search-words").problem(401, "UNAUTHENTICATED");
    }

    @Test
    void whatIsAskedForAgainAndAgainInVainIsCounted() {
        Api admin = city.as("admin");
        String often = unheardOf();
        String once = unheardOf();
        for (int i = 0; i < 4; i++) {
            assertEquals(List.of(), codes(often));
        }
        codes(once);
        for (int i = 0; i < 4; i++) {
            codes(often + " 13800138000");
        }

        JsonNode unfound = admin.get("/search-words/unfound").expect(200).json();

        assertEquals(4, server.db().number("SELECT hits FROM search_unfound WHERE words = ?", often));
        assertTrue(unfound.path("items").findValuesAsText("words").contains(often));
        assertEquals(0, server.db().number("SELECT count(*) FROM search_unfound WHERE words = ?", once));
        assertEquals(0, server.db().number("SELECT count(*) FROM search_unfound WHERE words ~ '[0-9]'"));
        admin.delete("/search-words/unfound/" + often).expect(204);
        admin.delete("/search-words/unfound/" + often).problem(404, "NOT_FOUND");
    }

    @Test
    void thePageNeedsNoScriptAndAsksWhatWasMeant() {
        String wrong = page("/items?q=" + encoded("居住正"));
        assertTrue(wrong.contains("您是不是要找") && wrong.contains("q=" + encoded("居住证")), wrong);
        String word = page("/items?q=" + encoded("开饭店"));
        assertTrue(word.contains("“开饭店”也指这个事项"), "says why it is there");
        String none = page("/items?q=" + unheardOf());
        assertTrue(none.contains("没有找到相关事项") && none.contains("大家常办"));
        String theme = page("/items?theme=housing&visits=0");
        assertTrue(theme.contains("<h1>住房与不动产</h1>") && theme.contains("不用跑"), theme);
        String narrowed = page("/items?q=" + encoded("食品") + "&for=PERSON&channel=WEB&dept=market");
        assertTrue(narrowed.contains("<select") && !narrowed.contains("/items/food-produce\""));
    }

    @Test
    void anEnglishWordIsFoundOnTheEnglishPage() {
        String found = page("/en/items?q=marriage");
        assertTrue(found.contains("/en/items/marriage"), found);
        assertTrue(page("/en/items?q=" + encoded("居住正")).contains("Did you mean"));
    }
}
