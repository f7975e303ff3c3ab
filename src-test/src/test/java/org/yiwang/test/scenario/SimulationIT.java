package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 办件推演: says what would become of a case, as the real use cases would have it, and leaves nothing behind. */
@OnServer
class SimulationIT {

    private final City city;
    private final YiwangServer server;
    private final Db db;
    private final Api officer;

    SimulationIT(YiwangServer server) {
        this.city = new City(server);
        this.server = server;
        this.db = server.db();
        this.officer = city.as("window-1");
    }

    private static ObjectNode script(String item, ObjectNode... events) {
        ObjectNode script = Api.object("itemCode", item);
        ArrayNode list = script.putArray("events");
        Stream.of(events).forEach(list::add);
        return script;
    }

    private static ObjectNode event(String action, Object... more) {
        return Api.object(more).put("action", action);
    }

    private JsonNode simulate(ObjectNode script) {
        return officer.post("/simulations", script).expect(200).json();
    }

    private static List<String> statuses(JsonNode run) {
        List<String> statuses = new ArrayList<>();
        run.path("moments").forEach(moment -> statuses.add(moment.path("status").asText()));
        return statuses;
    }

    private static JsonNode moment(JsonNode run, int event) {
        return run.path("moments").get(event);
    }

    @Test
    void walksACaseFromItsSubmissionToTheServedResult() {
        JsonNode run = simulate(script("elder-allowance", event("ACCEPT"), event("REVIEW"), event("DECIDE")));
        assertEquals(List.of("SUBMITTED", "ACCEPTED", "IN_REVIEW", "COMPLETED"), statuses(run), run.toString());
        assertEquals("[\"review\",\"decide\"]", run.path("route").toString());
        List<String> letters = new ArrayList<>();
        run.path("letters").forEach(kind -> letters.add(kind.asText()));
        assertTrue(
                letters.containsAll(List.of("APPLICATION_FORM", "MATERIAL_RECEIPT", "ACCEPT_NOTICE")),
                letters.toString());
        assertEquals(
                "street-east/reviewer", moment(run, 1).at("/waiting/0/queue").asText());
        assertTrue(moment(run, 1).at("/notices/0/text").asText().length() > 10, "notices in words");
        assertFalse(run.toString().contains("999999"), "a made-up applicant, whose numbers are nobody's");
    }

    @Test
    void aRefusedStepSaysWhyAndTheNextGoesOnFromWhereTheCaseStood() {
        JsonNode run = simulate(script("elder-allowance", event("DECIDE"), event("RESUME"), event("ACCEPT")));
        JsonNode refused = moment(run, 1).path("refused");
        assertEquals(409, refused.path("status").asInt());
        assertEquals("ILLEGAL_ACTION", refused.path("code").asText());
        assertTrue(refused.path("message").asText().contains("不能作出决定"), refused.toString());
        assertEquals(List.of("SUBMITTED", "SUBMITTED", "SUBMITTED", "ACCEPTED"), statuses(run));
        JsonNode fields = simulate(script(
                "elder-allowance",
                event("ACCEPT"),
                event("REVIEW").set("fields", Api.object().putNull("text")),
                event("REVIEW", "by", "hall/window"),
                event("REVIEW", "by", "street-east/reviewer")));
        assertEquals("text", moment(fields, 2).at("/refused/problems/0/path").asText(), fields.toString());
    }

    @Test
    void whoIsNamedActsAndIsToldIfHeMayNot() {
        JsonNode run = simulate(script(
                "elder-allowance", event("ACCEPT", "by", "applicant"), event("ACCEPT", "by", "street-east/reviewer")));
        assertEquals(403, moment(run, 1).at("/refused/status").asInt(), run.toString());
        assertEquals(403, moment(run, 2).at("/refused/status").asInt(), run.toString());
        officer.post("/simulations", script("elder-allowance", event("ACCEPT", "by", "nobody/nowhere")))
                .problem(422, "INVALID");
    }

    @Test
    void whatTimeDoesHappensOnItsOwnDay() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        ObjectNode script =
                script("food-business", event("WAIT", "on", "2026-12-01")).put("start", monday.toString());
        JsonNode run = simulate(script);
        JsonNode after = moment(run, 1);
        assertEquals("ACCEPTED", after.path("status").asText(), run.toString());
        List<String> happened = new ArrayList<>();
        after.path("happened")
                .forEach(entry -> happened.add(
                        entry.path("type").asText() + " " + day(entry.path("at").asText())));
        assertTrue(happened.contains("CASE_DEEMED_ACCEPTED 2026-12-01"), happened.toString());
        assertTrue(happened.stream().anyMatch(line -> line.startsWith("CLOCK_PASSED")), happened.toString());
    }

    private static LocalDate day(String instant) {
        return LocalDate.ofInstant(java.time.Instant.parse(instant), java.time.ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void saysWhatTheRealThingSays() {
        String item = "food-business";
        Api agent = city.as("wangqiang");
        String no = city.submit(agent, city.draft(agent, city.forCompany(agent, item), city.answers(item)));
        city.act(officer, no, "ACCEPT");
        city.act(city.as("market-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "材料齐全。");
        JsonNode real = city.see(officer, no);
        city.act(agent, no, "WITHDRAW", "reason", "不办了");
        JsonNode run = simulate(script(item, event("ACCEPT"), event("REVIEW"))
                .put("start", city.today().toString())
                .put("applicant", "ORGANISATION"));
        JsonNode played = moment(run, 2);
        assertEquals(real.path("status"), played.path("status"));
        assertEquals(dates(real), dates(played));
        assertEquals(real.at("/workItems/0/queue"), played.at("/waiting/0/queue"));
        assertEquals(real.at("/workItems/0/dueOn"), played.at("/waiting/0/dueOn"));
    }

    private static Map<String, String> dates(JsonNode seen) {
        Map<String, String> dates = new TreeMap<>();
        seen.path("clocks")
                .forEach(clock -> dates.put(
                        clock.path("kind").asText() + clock.path("ref").asText(),
                        clock.path("dueOn").asText() + " " + clock.path("light").asText()));
        return dates;
    }

    @Test
    void nothingStays() {
        city.settle();
        Map<String, Long> before = rows();
        long files = files();
        List<Map<String, Object>> numbers = numbers();
        for (String item : List.of("elder-allowance", "food-business", "estate-query")) {
            simulate(script(item, event("ACCEPT"), event("REQUEST_CORRECTION"), event("REVIEW"), event("WITHDRAW")));
        }
        simulate(script(
                "elder-allowance",
                event("REQUEST_CORRECTION"),
                event("SUPPLY_CORRECTION"),
                event("ACCEPT"),
                event("REVIEW"),
                event("DECIDE"),
                event("RATE")));
        assertEquals(before, rows());
        assertEquals(files, files(), "no file");
        assertEquals(numbers, numbers(), "no case number and no letter number used up");
    }

    /** Rows of every table but those that keep who is signed in and who called. */
    private Map<String, Long> rows() {
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, Object> table : db.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            String name = table.get("tablename").toString();
            if (!name.matches("sitting|idempotency|security_log|event_digest.*|confirmation")) {
                counts.put(name, db.number("SELECT count(*) FROM " + name));
            }
        }
        return counts;
    }

    private List<Map<String, Object>> numbers() {
        return db.rows("SELECT organisation, series, year, last FROM number_series"
                + " UNION ALL SELECT 'sequence', 'case_no', 0, last_value FROM case_no_seq ORDER BY 1, 2, 3");
    }

    private long files() {
        Path folder = server.data().resolve("files");
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPackageNobodyPublishedIsPlayedAndStaysUnpublished() {
        String code = "banner-" + UUID.randomUUID().toString().substring(0, 8);
        PackageFolder folder = PackageFolder.read("street-banner").json("item.json", item -> item.put("code", code));
        Reply reply = draft(folder, script(code, event("ACCEPT"), event("REVIEW"), event("DECIDE"), event("PAY")));
        JsonNode run = reply.expect(200).json();
        assertEquals(code, run.path("itemCode").asText());
        assertFalse(run.has("version"), "a trial has no version");
        assertEquals("COMPLETED", moment(run, 4).path("status").asText(), run.toString());
        assertEquals(404, city.nobody().get("/items/" + code).status());
        assertEquals(0, db.number("SELECT count(*) FROM item WHERE code = ?", code));
        assertEquals(0, db.number("SELECT count(*) FROM act_re_procdef WHERE name_ = ?", code));
        Reply wrong = draft(
                folder.copy().json("item.json", item -> item.withArray("steps").remove(0)), script(code));
        wrong.problem(422, "PACKAGE_REFUSED");
    }

    private Reply draft(PackageFolder folder, ObjectNode script) {
        return officer.post("/simulations")
                .file("file", "draft.zip", "application/zip", folder.zip())
                .field("script", script.toString())
                .send();
    }

    @Test
    void aLetterThatWouldAriseIsShownAsASample() {
        ObjectNode script = script("elder-allowance", event("ACCEPT"));
        Reply reply =
                officer.post("/simulations/letters?event=1&index=0", script).expect(200);
        assertTrue(reply.contentType().startsWith("application/pdf"), reply.contentType());
        assertTrue(new String(reply.bytes(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        officer.post("/simulations/letters?event=1&index=7", script).problem(404, "NOT_FOUND");
        officer.post("/simulations/letters?event=x&index=0", script).problem(422, "INVALID");
    }

    @Test
    void isForOfficersAndRefusesWhatCannotBePlayed() {
        ObjectNode script = script("elder-allowance");
        city.as("chenjing").post("/simulations", script).problem(403, "FORBIDDEN");
        city.nobody().post("/simulations", script).problem(401, "UNAUTHENTICATED");
        officer.post("/simulations", script("no-such-item")).problem(404, "NOT_FOUND");
        officer.post("/simulations", script("elder-allowance").put("version", 99))
                .problem(404, "NOT_FOUND");
        officer.post("/simulations", script("elder-allowance", event("FLY"))).problem(422, "INVALID");
        officer.post("/simulations", script("elder-allowance").put("start", "1999-01-01"))
                .problem(422, "INVALID");
        officer.post("/simulations", script("elder-allowance", event("WAIT", "on", "2020-01-01")))
                .problem(422, "INVALID");
        ObjectNode long1 = script("elder-allowance");
        for (int i = 0; i < 61; i++) {
            long1.withArray("events").add(event("URGE"));
        }
        officer.post("/simulations", long1).error("events", "TOO_MANY");
        ObjectNode empty = script("elder-allowance");
        empty.putObject("answers");
        officer.post("/simulations", empty).problem(422, "INVALID");
    }
}
