package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.yiwang.test.Api;
import org.yiwang.test.YiwangServer;

/** 演示城市: its people, signed in once, and the ways of getting a case somewhere. */
public final class City {

    public static final String PASSWORD = "yiwang-demo-2026";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A date in an answer, as programs or as people write it. */
    private static final Pattern DAY = Pattern.compile("\\b(\\d{4})[-年](\\d{1,2})[-月](\\d{1,2})(?:日|\\b)");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Api> SIGNED_IN = new ConcurrentHashMap<>();

    private final Api nobody;

    public City(YiwangServer server) {
        this(server.api());
    }

    public City(Api nobody) {
        this.nobody = nobody;
    }

    /** Signed in as this account of the demo city. */
    public Api as(String login) {
        return SIGNED_IN.computeIfAbsent(nobody.server() + login, key -> nobody.signIn(login, PASSWORD));
    }

    public Api nobody() {
        return nobody;
    }

    /** A draft with the answers of the package's own granted test and every required material, ready to submit. */
    public String draft(Api who, String item) {
        return draft(who, item, answers(item));
    }

    String draft(Api who, String item, JsonNode answers) {
        return draft(who, Api.object("itemCode", item), answers);
    }

    public String draft(Api who, ObjectNode order, JsonNode answers) {
        String id = filled(who, order, answers);
        for (JsonNode key : granted(order.path("itemCode").asText()).at("/expect/materials")) {
            attach(who, id, key.asText());
        }
        electronic(who, id);
        return id;
    }

    /** With these materials and no others. */
    public String draftOf(Api who, String item, JsonNode answers, String... materials) {
        String id = draftWithout(who, item, answers);
        for (String key : materials) {
            attach(who, id, key);
        }
        return id;
    }

    /** The same with no material at all. */
    String draftWithout(Api who, String item, JsonNode answers) {
        String id = filled(who, Api.object("itemCode", item), answers);
        electronic(who, id);
        return id;
    }

    static String filled(Api who, ObjectNode order, JsonNode answers) {
        JsonNode draft = who.post("/drafts", order).expect(201).json();
        String id = draft.path("id").asText();
        who.put("/drafts/" + id + "/answers")
                .ifMatch(draft.path("version").asText())
                .json(answers)
                .send()
                .expect(200);
        return id;
    }

    /** The order of a draft on behalf of the first one this agent may act for. */
    public ObjectNode forCompany(Api agent, String item) {
        return Api.object(
                "itemCode",
                item,
                "onBehalfOf",
                agent.get("/mandates").expect(200).text("/items/0/onBehalfOf"));
    }

    void attach(Api who, String draft, String requirement) {
        who.post("/drafts/" + draft + "/materials/" + requirement)
                .file("file", requirement + ".pdf", "application/pdf", pdf())
                .send()
                .expect(201);
    }

    void electronic(Api who, String draft) {
        electronicService(who, draft);
    }

    /** Letters and result by the account. */
    public void electronicService(Api who, String draft) {
        service(who, draft, Api.object("method", "ELECTRONIC", "eServiceConsent", true));
    }

    /** He will come for it; nothing is served by being registered. */
    public void pickUp(Api who, String draft) {
        service(who, draft, Api.object("method", "PICKUP", "eServiceConsent", false));
    }

    /** As he chooses. */
    void serve(Api who, String draft, ObjectNode choice) {
        service(who, draft, choice);
    }

    private static void service(Api who, String draft, ObjectNode choice) {
        String version = who.get("/drafts/" + draft).expect(200).text("/version");
        who.put("/drafts/" + draft + "/service")
                .ifMatch(version)
                .json(choice)
                .send()
                .expect(200);
    }

    /** Submits it and answers the case number. */
    public String submit(Api who, String draft) {
        return who.post("/drafts/" + draft + "/submission", Api.object())
                .expect(201)
                .text("/caseNo");
    }

    public String submitted(String login, String item) {
        return submit(as(login), draft(as(login), item));
    }

    /** The case as this person sees it. */
    public JsonNode see(Api who, String caseNo) {
        return who.get("/cases/" + caseNo).expect(200).json();
    }

    /** An action with the versions this person sees right now. */
    public JsonNode act(Api who, String caseNo, String action, Object... fields) {
        return who.post("/cases/" + caseNo + "/actions", action(who, caseNo, action, fields))
                .expect(200)
                .json();
    }

    /** The body of an action; on work when the action is about work. */
    public ObjectNode action(Api who, String caseNo, String action, Object... fields) {
        JsonNode view = see(who, caseNo);
        ObjectNode body = Api.object(fields).put("action", action);
        for (JsonNode work : view.path("workItems")) {
            if (work.path("yours").asBoolean()
                    && !work.path("suspended").asBoolean()
                    && !work.path("role").asText().isEmpty()) {
                body.put("workItemId", work.path("id").asText());
                body.put("seenVersion", work.path("version").asLong());
                break;
            }
        }
        boolean aboutWork = action.equals("CLAIM") || action.equals("REVIEW") || action.equals("TRANSFER");
        if (!aboutWork || !body.has("seenVersion")) {
            body.put("seenVersion", view.path("version").asLong());
        }
        return action.equals("DECIDE") ? body.put("confirmation", confirmation(who)) : body;
    }

    /** A fresh proof of his password, as signing a decision asks for it. */
    static String confirmation(Api who) {
        return who.put("/tokens/current/confirmation")
                .json(Api.object("password", PASSWORD))
                .send()
                .expect(200)
                .text("/confirmation");
    }

    /** Two inspectors look at the road that is to be dug up. */
    public void visitRoad(String no) {
        act(
                as("urban-inspector-1"),
                no,
                "RECORD_SITE_CHECK",
                "withStaffNo",
                "YZ1018",
                "checkedAt",
                now().toString(),
                "place",
                "东湖路与湖滨路路口",
                "findings",
                "现场位置与平面图一致，管线标识清楚。",
                "passed",
                true,
                "signature",
                "SIGNED",
                "party",
                "在场负责人");
    }

    /** Lets everything due happen and the outbox run empty, at the present platform time. */
    public void settle() {
        // Time runs on while the request travels: a little ahead is still forward when it arrives.
        moveTo(now().plusSeconds(10));
    }

    public void move(Duration by) {
        moveTo(now().plus(by));
    }

    void moveTo(Instant time) {
        nobody.put("/clock").json(Api.object("now", time.toString())).send().expect(200);
    }

    /** Today by platform time. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    public Instant now() {
        return Instant.parse(nobody.get("/clock").expect(200).text("/now"));
    }

    /** The answers of the package's granted test. */
    public ObjectNode answers(String item) {
        return answers(item, "granted");
    }

    /** The answers of a test of the package, their dates as far from today as they were from the day of that test. */
    public ObjectNode answers(String item, String test) {
        return moved(json("/packages/" + item + "/tests/" + test + ".json"));
    }

    /** The same of an errand's own test. */
    public ObjectNode errand(String bundle, String test) {
        return moved(json("/bundles/" + bundle + "/tests/" + test + ".json"));
    }

    private ObjectNode moved(JsonNode known) {
        long days = ChronoUnit.DAYS.between(LocalDate.parse(known.path("today").asText()), today());
        String moved = DAY.matcher(known.path("answers").toString()).replaceAll(day -> LocalDate.of(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)))
                .plusDays(days)
                .toString());
        return (ObjectNode) Api.json(moved);
    }

    /** The clock of this kind that the case shows first: the worst of those that run, else the last that ran. */
    static JsonNode clock(JsonNode view, String kind) {
        for (JsonNode clock : view.path("clocks")) {
            if (clock.path("kind").asText().equals(kind)) {
                return clock;
            }
        }
        throw new AssertionError("no clock " + kind + " in " + view.path("clocks"));
    }

    /** The id of the only document of this kind. */
    static String document(JsonNode view, String kind) {
        List<String> ids = new ArrayList<>();
        for (JsonNode document : view.path("documents")) {
            if (document.path("kind").asText().equals(kind)) {
                ids.add(document.path("id").asText());
            }
        }
        assertEquals(1, ids.size(), kind + " in " + view.path("documents"));
        return ids.get(0);
    }

    /** The package's own test of a case that is granted. */
    static JsonNode granted(String item) {
        return json("/packages/" + item + "/tests/granted.json");
    }

    /** What a shipped package says of its item. */
    public static JsonNode item(String code) {
        return json("/packages/" + code + "/item.json");
    }

    static JsonNode json(String resource) {
        try (InputStream in = City.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("no resource " + resource);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small, honest one-page PDF. */
    public static byte[] pdf() {
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>",
            "<</Length 24>>stream\n10 10 m 190 190 l S     \nendstream"
        };
        StringBuilder text = new StringBuilder("%PDF-1.4\n");
        StringBuilder xref = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            xref.append(String.format("%010d 00000 n \n", text.length()));
            text.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        int start = text.length();
        text.append("xref\n0 ").append(objects.length + 1).append('\n').append(xref);
        text.append("trailer<</Root 1 0 R/Size ").append(objects.length + 1).append(">>\nstartxref\n");
        text.append(start).append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
