package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 批次: applications only within the window, limits from its end, results together and for anyone to recompute. */
@OnServer
class EnrolmentIT {

    private static final String ITEM = "school-enroll";

    private final City city;

    EnrolmentIT(YiwangServer server) {
        city = new City(server);
    }

    private JsonNode announced(int places) {
        Instant opens = city.now().plus(Duration.ofMinutes(10));
        return city.as("education-director")
                .post(
                        "/enrolment/items/" + ITEM,
                        Api.object(
                                "name",
                                "剩余学位第" + city.now().getEpochSecond() + "批",
                                "opensAt",
                                opens.toString(),
                                "closesAt",
                                opens.plus(Duration.ofDays(3)).toString(),
                                "places",
                                places))
                .expect(201)
                .json();
    }

    private String applied(String login, boolean sibling) {
        ObjectNode answers = city.answers(ITEM).put("sibling", sibling);
        return city.submit(city.as(login), city.draft(city.as(login), ITEM, answers));
    }

    private void reviewed(String no, String opinion) {
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("education-reviewer"), no, "REVIEW", "opinion", opinion, "text", "联合审核完毕。");
    }

    private ObjectNode confirmed() {
        return Api.object("confirmation", City.confirmation(city.as("education-director")));
    }

    @Test
    void beforeAndAfterTheWindowNothingIsTaken() throws Exception {
        Api citizen = city.as("chenjing");
        String draft = city.draft(citizen, ITEM);
        citizen.post("/drafts/" + draft + "/submission", Api.object()).problem(409, "BATCH_CLOSED");
        JsonNode batch = announced(1);
        assertEquals("BEFORE", phase(batch));
        citizen.post("/drafts/" + draft + "/submission", Api.object()).problem(409, "BATCH_CLOSED");
        city.move(Duration.ofMinutes(15));
        assertEquals("OPEN", phase(batch));
        String no = city.submit(citizen, draft);
        LocalDate closes = LocalDate.ofInstant(
                Instant.parse(batch.path("closesAt").asText()), java.time.ZoneId.of("Asia/Shanghai"));
        JsonNode accept = City.clock(city.see(citizen, no), "ACCEPT");
        assertEquals(closes.toString(), accept.path("startedOn").asText(), "the limits run from the closing date");
        reviewed(no, "AGREE");
        assertEquals(
                closes.toString(),
                City.clock(city.see(citizen, no), "PROMISE").path("startedOn").asText());
        Api director = city.as("education-director");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "录取", "legalBasis", "办法"))
                .problem(409, "BATCH_TOGETHER");
        director.post("/enrolment/" + batch.path("id").asText() + "/draw", confirmed())
                .problem(409, "BATCH_OPEN");
        city.move(Duration.ofDays(4));
        assertEquals("REVIEW", phase(batch));
        String late = city.draft(citizen, ITEM);
        citizen.post("/drafts/" + late + "/submission", Api.object()).problem(409, "BATCH_CLOSED");
        director.post("/enrolment/" + batch.path("id").asText() + "/draw", confirmed())
                .expect(200);
        director.post("/enrolment/" + batch.path("id").asText() + "/draw", confirmed())
                .problem(409, "DRAWN_ALREADY");
        city.settle();
        assertEquals("GRANT", city.see(citizen, no).path("decision").asText());
    }

    private String phase(JsonNode batch) {
        return whole(batch).at("/window/phase").asText();
    }

    private JsonNode whole(JsonNode batch) {
        return city.nobody()
                .get("/enrolment/" + batch.path("id").asText())
                .expect(200)
                .json();
    }

    @Test
    void allAreDecidedTogetherInAnOrderThatAnyoneCanRecompute() throws Exception {
        JsonNode batch = announced(2);
        assertTrue(whole(batch).at("/window/seed").isMissingNode(), "the seed is sealed");
        String sealed = whole(batch).at("/window/seedHash").asText();
        city.move(Duration.ofMinutes(15));
        List<String> cases = new ArrayList<>();
        cases.add(applied("chenjing", false));
        cases.add(applied("wangqiang", false));
        cases.add(applied("chenjing", false));
        String sibling = applied("wangqiang", true);
        cases.add(sibling);
        for (String no : cases) {
            reviewed(no, "AGREE");
        }
        String unfit = applied("chenjing", false);
        reviewed(unfit, "DISAGREE");
        city.move(Duration.ofDays(4));
        Api director = city.as("education-director");
        director.post("/enrolment/" + batch.path("id").asText() + "/draw", confirmed())
                .problem(409, "BATCH_NOT_READY");
        city.act(director, unfit, "DECIDE", "decision", "DENY", "reason", "不在本区居住。", "legalBasis", "招生工作办法");
        city.as("education-reviewer")
                .post("/enrolment/" + batch.path("id").asText() + "/draw", Api.object("confirmation", "x"))
                .expect(403);
        director.post("/enrolment/" + batch.path("id").asText() + "/draw", Api.object("confirmation", "wrong"))
                .expect(403);
        director.post("/enrolment/" + batch.path("id").asText() + "/draw", confirmed())
                .expect(200);
        city.settle();

        JsonNode whole = whole(batch);
        String seed = whole.at("/window/seed").asText();
        assertEquals(sealed, sha256(seed), "the seed that was fixed before anybody applied");
        recomputed(seed, whole.path("results"));
        assertFalse(whole.toString().contains("陈小满") || whole.toString().contains(cases.get(0)), "no names, no cases");

        int admitted = 0;
        for (String no : cases) {
            String login = city.as("chenjing").get("/cases/" + no).status() == 200 ? "chenjing" : "wangqiang";
            JsonNode entry = city.as(login)
                    .get("/enrolment/cases/" + no)
                    .expect(200)
                    .json()
                    .path("entry");
            boolean in = entry.path("admitted").asBoolean();
            admitted += in ? 1 : 0;
            assertEquals(
                    in ? "GRANT" : "DENY",
                    city.see(city.as(login), no).path("decision").asText());
            assertTrue(!no.equals(sibling) || entry.path("rank").asInt() == 1, "points before the lot");
        }
        assertEquals(2, admitted);
    }

    private static void recomputed(String seed, JsonNode results) throws Exception {
        List<JsonNode> shown = new ArrayList<>();
        results.forEach(shown::add);
        assertEquals(4, shown.size());
        List<JsonNode> again = new ArrayList<>(shown);
        for (JsonNode one : shown) {
            assertEquals(
                    sha256(seed + ":" + one.path("number").asText()),
                    one.path("hash").asText());
        }
        again.sort(Comparator.comparingInt((JsonNode one) -> -one.path("points").asInt())
                .thenComparing(one -> one.path("hash").asText()));
        assertEquals(again, shown);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void onlyTheDepartmentAnnouncesAndOnlyTheFuture() {
        ObjectNode past = Api.object(
                "name",
                "补报",
                "opensAt",
                city.now().minusSeconds(60).toString(),
                "closesAt",
                city.now().toString(),
                "places",
                1);
        city.as("education-director")
                .post("/enrolment/items/" + ITEM, past)
                .expect(422)
                .error("opensAt", "OUT_OF_RANGE");
        city.as("education-reviewer").post("/enrolment/items/" + ITEM, past).expect(403);
        city.as("education-director")
                .post("/enrolment/items/elder-allowance", past)
                .problem(409, "NO_BATCHES");
    }
}
