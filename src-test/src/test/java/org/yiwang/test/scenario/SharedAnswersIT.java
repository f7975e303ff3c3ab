package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.test.Await;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 共用应答: guides and lists may be kept by anybody, are asked for cheaply and are never those of yesterday. */
@OnServer
class SharedAnswersIT {

    private final City city;

    SharedAnswersIT(YiwangServer server) {
        this.city = new City(server);
    }

    private Reply page(String path) {
        return city.nobody().request("GET", "/" + path).send();
    }

    private Reply page(String path, String tag) {
        return city.nobody()
                .request("GET", "/" + path)
                .header("If-None-Match", tag)
                .send();
    }

    private static String tag(Reply reply) {
        return reply.header("ETag").orElseThrow(() -> new AssertionError("no tag on " + reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/en/",
                "/items",
                "/items?theme=housing&for=PERSON",
                "/items/residence-permit",
                "/en/items/residence-permit",
                "/zz/items/residence-permit",
                "/api/v1/items",
                "/api/v1/items/residence-permit"
            })
    void whatHoldsForEverybodyIsMarkedAndNotMadeTwice(String path) {
        Reply first = page(path).expect(200);
        assertEquals(
                "public, max-age=0, s-maxage=3, must-revalidate",
                first.header("Cache-Control").orElse(""));
        assertTrue(first.headers("Vary").contains("Accept-Encoding"), "Vary: " + first.headers("Vary"));
        assertTrue(tag(first).startsWith("W/\"r"), tag(first));
        assertFalse(first.header("Set-Cookie").isPresent(), "no cookie may be kept with it");

        Reply again = page(path, tag(first)).expect(304);

        assertEquals(0, again.bytes().length);
        assertEquals(tag(first), tag(again));
        assertEquals(first.header("Cache-Control"), again.header("Cache-Control"));
        assertFalse(again.header("Set-Cookie").isPresent());
        assertEquals(
                304,
                page(path, "\"other\", " + tag(first).substring(2)).status(),
                "one of several, as a proxy may have made it");
        assertEquals(200, page(path, "W/\"other\"").status());
    }

    @Test
    void eachLanguageAndModeHasItsOwnTag() {
        String standard = tag(page("/items/residence-permit"));
        assertNotEquals(standard, tag(page("/en/items/residence-permit")));
        assertNotEquals(standard, tag(page("/zz/items/residence-permit")));
        assertEquals(200, page("/en/items/residence-permit", standard).status());
    }

    @Test
    void theHomePageRemembersItsVersionByCookieAndSaysSo() {
        Reply home = page("/");
        assertTrue(home.headers("Vary").contains("Cookie"));
        Reply remembered = city.nobody()
                .request("GET", "//")
                .header("Cookie", "mode=zz")
                .header("If-None-Match", tag(home))
                .send();
        assertEquals(303, remembered.status());
        assertFalse(remembered.header("ETag").isPresent());
    }

    @Test
    void whatIsNotThereIsNeverUnchanged() {
        Reply missing = page("/items/no-such-item", "*").expect(404);
        assertEquals("no-store", missing.header("Cache-Control").orElse(""));
        assertFalse(missing.header("ETag").isPresent());
        assertEquals(404, page("/api/v1/items/no-such-item", "*").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items?q=juzhuzheng", "/api/v1/items?q=juzhuzheng", "/progress", "/sign-in", "/ratings"})
    void whatChangesByItselfIsNotMarked(String path) {
        Reply reply = page(path).expect(200);
        assertFalse(reply.header("ETag").isPresent());
        assertFalse(reply.header("Cache-Control").orElse("").contains("public"));
    }

    @Test
    void somebodySignedInIsShownTheSame() {
        String guide = "/items/residence-permit";
        Reply his = city.nobody()
                .request("GET", "/" + guide)
                .header("Cookie", "yw-session=" + city.as("chenjing").token())
                .send()
                .expect(200);
        assertEquals(tag(page(guide)), tag(his));
        assertEquals(page(guide).body(), his.body());
    }

    @Test
    void aPublicationEndsWhatWasKept() {
        String[] paths = {"/items/street-banner", "/api/v1/items/street-banner", "/items"};
        publish("第一次");
        Await.until(
                "it is there",
                () -> page(paths[0]).status() == 200 && page(paths[0]).body().contains("第一次"));
        String[] before = {tag(page(paths[0])), tag(page(paths[1])), tag(page(paths[2]))};

        publish("第二次");

        for (int i = 0; i < paths.length; i++) {
            String path = paths[i];
            String old = before[i];
            Await.until(path + " is another one", () -> page(path, old).status() == 200);
            assertNotEquals(old, tag(page(path)));
        }
        assertTrue(page(paths[0], before[0]).body().contains("第二次"), "the page of the new publication");
    }

    private void publish(String what) {
        PackageFolder folder = PackageFolder.read("street-banner")
                .json("item.json", item -> item.putObject("summary").put("zh-CN", what + " " + UUID.randomUUID()));
        city.as("admin")
                .post("/packages")
                .file("file", "street-banner.zip", "application/zip", folder.zip())
                .send()
                .expect(200);
    }
}
