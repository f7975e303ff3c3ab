package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;
import org.yiwang.workflow.feed.FeedSignature;

/** 事件订阅: whoever reads on from where he stopped misses nothing, gets nothing twice, and only what is his. */
@OnServer
class FeedIT {

    private static final String FOOD = "food-business";

    private final City city;
    private final Db db;
    private final Api market;
    private final Api data;

    FeedIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.market = city.as("program-market");
        this.data = city.as("program-data");
    }

    /** Everything after a position, page by page. */
    private static List<JsonNode> after(Api program, long position, int limit) {
        List<JsonNode> events = new ArrayList<>();
        long here = position;
        while (true) {
            Reply page = page(program, here, limit);
            page.json().forEach(events::add);
            long next = next(page);
            if (next == here) {
                return events;
            }
            here = next;
        }
    }

    private static Reply page(Api program, long position, int limit) {
        return program.get("/events?after=" + position + "&limit=" + limit).expect(200);
    }

    private static long next(Reply page) {
        return Long.parseLong(page.header("Link").orElseThrow().replaceAll("^.*after=(\\d+)&.*$", "$1"));
    }

    /** Where the feed ends now. */
    private long end() {
        page(data, 0, 1);
        return db.number("SELECT max(position) FROM feed_entry");
    }

    private static long position(JsonNode event) {
        return Long.parseLong(event.path("sequence").asText());
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asText()).toList();
    }

    private String food() {
        Api agent = city.as("wangqiang");
        return city.submit(agent, city.draft(agent, city.forCompany(agent, FOOD), city.answers(FOOD, "low-risk")));
    }

    @Test
    void aProgramOfTheDepartmentFollowsItsCasesByNumber() {
        long before = end();
        String no = food();
        city.act(city.as("window-1"), no, "ACCEPT");
        List<JsonNode> events = after(market, before, 100).stream()
                .filter(event -> event.path("subject").asText().equals("cases/" + no))
                .toList();
        assertEquals(
                List.of("org.yiwang.case.submitted", "org.yiwang.case.received", "org.yiwang.case.accepted"),
                types(events));
        JsonNode accepted = events.get(2);
        assertEquals("1.0", accepted.path("specversion").asText());
        assertEquals("CASE_ACCEPTED", accepted.at("/data/event").asText());
        assertEquals("market", accepted.at("/data/department").asText());
        assertEquals(FOOD, accepted.at("/data/item").asText());
    }

    @Test
    void nothingPersonalIsTold() {
        long before = end();
        String no = food();
        String told = Stream.of(market, data)
                .flatMap(program -> after(program, before, 100).stream())
                .map(JsonNode::toString)
                .reduce("", String::concat);
        for (String personal : List.of("王强", "新味", "91000000MA0000000N", "13800000103", "citizen:")) {
            assertFalse(told.contains(personal), personal);
        }
        String seen = after(data, before, 100).toString();
        assertFalse(seen.contains(no), "a program of the whole city knows no case by its number");
        assertTrue(seen.contains("org.yiwang.case.submitted"), seen);
    }

    @Test
    void aForeignDepartmentSeesNothing() {
        long before = end();
        food();
        assertEquals(List.of(), after(city.as("program-transport"), before, 100));
    }

    @Test
    void aCaseHasOneNameInTheFeedOfAProgramAndAnotherInThatOfAnother() {
        String login = "program-second";
        Map<String, Object> given =
                Map.of("name", "第二个程序", "organisation", "hall", "scopes", List.of("ANONYMOUS_CASE_EVENTS"));
        String password = city.as("security-1")
                .put("/programs/" + login)
                .json(given)
                .send()
                .expect(200)
                .text("/password");
        Api second = city.nobody().signIn(login, password);
        long before = end();
        food();
        List<String> one = subjects(after(data, before, 100));
        List<String> other = subjects(after(second, before, 100));
        assertEquals(1, one.stream().distinct().count(), "all events of a case have the same");
        assertEquals(one.size(), other.size());
        assertNotEquals(one.get(0), other.get(0));
        city.as("security-1").delete("/programs/" + login).expect(204);
        second.get("/events").problem(401, "UNAUTHENTICATED");
    }

    private static List<String> subjects(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("subject").asText())
                .filter(subject -> subject.startsWith("cases/"))
                .toList();
    }

    @Test
    void whatIsCommittedLateIsNotOverlooked() throws SQLException {
        long before = end();
        String insert = "INSERT INTO feed_entry (kind, item_code, at) VALUES ('SUSPENDED', ?, now())";
        try (Connection slow = db.connect();
                PreparedStatement first = slow.prepareStatement(insert)) {
            slow.setAutoCommit(false);
            first.setString(1, "slow-item");
            first.executeUpdate();
            db.change(insert, "quick-item");
            List<JsonNode> early = after(data, before, 100);
            assertEquals(List.of("items/quick-item"), items(early));
            slow.commit();
            List<JsonNode> late = after(data, position(early.get(early.size() - 1)), 100);
            assertEquals(List.of("items/slow-item"), items(late), "its id is smaller, its position is not");
        }
    }

    private static List<String> items(List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("type").asText().equals("org.yiwang.item.suspended"))
                .map(event -> event.path("subject").asText())
                .toList();
    }

    @Test
    void nothingIsLostAndNothingComesTwiceWhileManyWriteAndRead() throws Exception {
        long before = end();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Callable<String> writer = this::food;
            Callable<List<JsonNode>> reader = () -> after(market, before, 3);
            List<Future<String>> cases =
                    IntStream.range(0, 6).mapToObj(i -> threads.submit(writer)).toList();
            List<Future<List<JsonNode>>> readers =
                    IntStream.range(0, 4).mapToObj(i -> threads.submit(reader)).toList();
            List<String> numbers = new ArrayList<>();
            for (Future<String> one : cases) {
                numbers.add(one.get());
            }
            List<JsonNode> whole = after(market, before, 7);
            List<Long> positions = whole.stream().map(FeedIT::position).toList();
            assertEquals(positions.stream().sorted().distinct().toList(), positions);
            for (Future<List<JsonNode>> one : readers) {
                List<JsonNode> seen = one.get();
                assertEquals(whole.subList(0, seen.size()), seen, "what was read early is how it stays");
            }
            for (String no : numbers) {
                List<String> told = whole.stream()
                        .filter(event -> event.path("subject").asText().equals("cases/" + no))
                        .map(event -> event.at("/data/event").asText())
                        .toList();
                List<String> happened = db
                        .rows(
                                "SELECT e.type FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ? ORDER BY e.seq",
                                no)
                        .stream()
                        .map(row -> row.get("type").toString())
                        .filter(type -> type.equals("CASE_SUBMITTED") || type.equals("CASE_RECEIVED"))
                        .toList();
                assertEquals(happened, told, no);
            }
            assertEquals(
                    0,
                    db.number("SELECT max(position) - count(*) FROM feed_entry WHERE position IS NOT NULL"),
                    "positions have no gaps");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyEventIsSignedAndOneThatWasTamperedWithFails() throws Exception {
        Reply keys =
                city.nobody().request("GET", "//.well-known/jwks.json").send().expect(200);
        assertTrue(keys.contentType().startsWith("application/jwk-set+json"), keys.contentType());
        assertTrue(keys.header("Cache-Control").orElse("").contains("public"));
        List<JsonNode> events = new ArrayList<>();
        page(data, 0, 20).json().forEach(events::add);
        assertEquals(20, events.size(), "the feed begins with what is published");
        for (JsonNode event : events) {
            PublicKey key = key(keys.json(), event);
            assertTrue(FeedSignature.verifies(event, key), event.toString());
            ObjectNode changed = event.deepCopy();
            ((ObjectNode) changed.get("data")).put("item", "another-item");
            assertFalse(FeedSignature.verifies(changed, key));
        }
    }

    private static PublicKey key(JsonNode set, JsonNode event) throws GeneralSecurityException {
        String header = event.path("signature").asText().replaceAll("\\..*$", "");
        String kid = Api.json(new String(Base64.getUrlDecoder().decode(header)))
                .path("kid")
                .asText();
        for (JsonNode one : set.path("keys")) {
            if (one.path("kid").asText().equals(kid)) {
                return key(Base64.getUrlDecoder().decode(one.path("x").asText()));
            }
        }
        throw new AssertionError("no key " + kid + " in " + set);
    }

    /** RFC 8032: little-endian, the sign of x in the last bit. */
    private static PublicKey key(byte[] x) throws GeneralSecurityException {
        byte[] big = new byte[x.length];
        for (int i = 0; i < x.length; i++) {
            big[x.length - 1 - i] = x[i];
        }
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, big));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    @Test
    void askingAgainWithTheTagSaysThatNothingIsNew() {
        Reply first = page(city.as("program-transport"), end(), 20);
        String tag = first.header("ETag").orElseThrow();
        assertEquals("private, no-cache", first.header("Cache-Control").orElse(""));
        Reply again = city.as("program-transport")
                .request("GET", "/events?limit=20&after=" + next(first))
                .header("If-None-Match", tag)
                .send();
        // Somebody else may have done something meanwhile; then it is another answer with another tag.
        assertEquals(again.status() == 304, tag.equals(again.header("ETag").orElseThrow()), again.body());
        again.expect(200, 304);
    }

    @Test
    void onlyProgramsReadItAndOnlyWithSense() {
        city.nobody().get("/events").problem(401, "UNAUTHENTICATED");
        city.as("wangqiang").get("/events").problem(403, "FORBIDDEN");
        city.as("admin").get("/events").problem(403, "FORBIDDEN");
        market.get("/events?after=x").problem(422, "INVALID").error("after", "MALFORMED");
        market.get("/events?after=999999999").problem(422, "INVALID").error("after", "NOT_GIVEN");
        market.get("/cases/999999202611230000011").expect(404, 403);
    }

    @Test
    void onlyASecurityAdministratorLetsAProgramIn() {
        Map<String, Object> given =
                Map.of("name", "某程序", "organisation", "hall", "scopes", List.of("CATALOGUE_EVENTS"));
        city.as("admin").put("/programs/program-x").json(given).send().problem(403, "FORBIDDEN");
        city.as("security-1")
                .put("/programs/window-1")
                .json(given)
                .send()
                .problem(422, "INVALID")
                .error("login", "MALFORMED");
        city.as("security-1")
                .put("/programs/program-x")
                .json(Map.of("name", "某程序", "organisation", "hall", "scopes", List.of("ALL")))
                .send()
                .problem(422, "INVALID")
                .error("scopes", "UNKNOWN_VALUE");
        city.as("security-1").delete("/programs/program-nobody").problem(404, "NOT_FOUND");
    }
}
