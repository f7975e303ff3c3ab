package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 证照到期与延续 (行政许可法 §50): told in time, asked for in time, and renewed by silence. Sixty days stand for five years. */
@OnServer
class RenewalIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String LICENCE = "short-licence";
    private static final String RENEWAL = "short-licence-renewal";

    private final City city;
    private final Db db;
    private final Api citizen;
    private final Api reviewer;
    private final Api director;

    RenewalIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.citizen = city.as("chenjing");
        this.reviewer = city.as("urban-reviewer");
        this.director = city.as("urban-director");
    }

    @BeforeEach
    void published() {
        publish(LICENCE, PackageFolder.shipped("outdoor-ad").json("item.json", item -> code(item, LICENCE)));
        PackageFolder renewal = PackageFolder.shipped("outdoor-ad")
                .json("item.json", item -> {
                    code(item, RENEWAL);
                    item.putObject("renewal")
                            .put("of", LICENCE)
                            .put("field", "licenceNo")
                            .put("before", 30)
                            .put("basis", "《行政许可法》第五十条第二款");
                })
                .json("form.json", form -> {
                    ObjectNode number = ((ObjectNode) form.at("/sections/0"))
                            .withArray("fields")
                            .addObject();
                    number.put("key", "licenceNo")
                            .put("type", "text")
                            .put("required", true)
                            .put("maxLength", 60);
                    number.putObject("label").put("zh-CN", "许可证编号").put("en", "Number");
                });
        for (String test : new String[] {"tests/granted.json", "tests/refused.json"}) {
            renewal.json(test, json -> ((ObjectNode) json.get("answers")).put("licenceNo", "X-1"));
        }
        publish(RENEWAL, renewal);
    }

    private static void code(ObjectNode item, String code) {
        item.put("code", code);
        item.putObject("summary").put("zh-CN", "六十天有效 " + UUID.randomUUID()).put("en", "Sixty days");
        ((ObjectNode) item.get("result")).putObject("validity").put("value", 60).put("unit", "CALENDAR_DAY");
    }

    private void publish(String code, PackageFolder folder) {
        long version = city.as("admin")
                .post("/packages")
                .file("file", code + ".zip", "application/zip", folder.zip())
                .send()
                .expect(200)
                .number("/version");
        Await.until(code + " in the catalogue", () -> {
            var reply = city.nobody().get("/items/" + code);
            return reply.status() == 200 && reply.number("/version") == version;
        });
    }

    private String apply(String item, String licenceNo) {
        return city.submit(citizen, draft(item, licenceNo));
    }

    private String draft(String item, String licenceNo) {
        ObjectNode answers = city.answers("outdoor-ad");
        if (licenceNo != null) {
            answers.put("licenceNo", licenceNo);
        }
        String draft = city.draftWithout(citizen, item, answers);
        city.attach(citizen, draft, "sign-picture");
        city.attach(citizen, draft, "premises-proof");
        return draft;
    }

    private void decide(String no, String decision) {
        city.act(director, no, "DECIDE", "decision", decision, "reason", "经审查。", "legalBasis", "《城市市容和环境卫生管理条例》第十一条");
    }

    private String licensed() {
        String no = apply(LICENCE, null);
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "符合规范。");
        decide(no, "GRANT");
        city.settle();
        return no;
    }

    private JsonNode licence(String caseNo) {
        for (JsonNode one : citizen.get("/licences").expect(200).json().path("items")) {
            if (one.path("caseNo").asText().equals(caseNo)) {
                return one;
            }
        }
        throw new AssertionError("no licence of " + caseNo);
    }

    private LocalDate end(String no) {
        return LocalDate.parse(licence(no).path("validTo").asText());
    }

    private void reach(LocalDate day) {
        city.moveTo(day.atTime(9, 0).atZone(ZONE).toInstant());
        city.settle();
    }

    private long notices(String no, String topic) {
        return db.number("SELECT count(*) FROM notice WHERE case_no = ? AND topic = ?", no, topic);
    }

    private long count(String table, String no, String where) {
        return db.number(
                "SELECT count(*) FROM " + table + " x JOIN case_file c ON c.id = x.case_id WHERE c.case_no = ? AND "
                        + where,
                no);
    }

    @Test
    void askedForInTimeAndNotDecidedBeforeTheEndItCountsAsRenewed() {
        String no = licensed();
        String number = licence(no).path("number").asText();
        LocalDate end = end(no);
        assertEquals(city.today().plusDays(59), end, "the first day is one of the sixty");
        assertEquals("VALID", licence(no).path("status").asText());
        reach(end.minusDays(50));
        assertEquals(0, notices(no, "licence.expiring"));
        reach(end.minusDays(40));
        assertTrue(notices(no, "licence.expiring") >= 1, "while there is time to ask");
        long told = notices(no, "licence.expiring");

        reach(end.minusDays(31));
        String renewal = apply(RENEWAL, number);
        city.act(city.as("window-1"), renewal, "ACCEPT");
        assertEquals(
                end.toString(),
                City.clock(city.see(citizen, renewal), "RENEWAL").path("dueOn").asText());
        citizen.post("/drafts/" + draft(RENEWAL, number) + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("answers.licenceNo", "RENEWAL_ASKED");

        reach(end.plusDays(1));
        assertEquals(told, notices(no, "licence.expiring"), "reminded once");
        JsonNode stands = licence(no);
        assertEquals("VALID", stands.path("status").asText());
        assertTrue(stands.path("ground").asText().contains("视同延续"));
        JsonNode seen = city.see(citizen, renewal);
        City.document(seen, "RENEWAL_DECISION");
        assertEquals("RED", seen.path("light").asText());
        assertEquals(1, count("case_event", renewal, "x.type = 'RENEWAL_DEEMED'"));
        assertEquals(
                1, count("supervision_order", renewal, "x.clock_kind = 'RENEWAL' AND x.level = 'RED'"), "ordered once");
        city.settle();
        assertEquals(1, count("supervision_order", renewal, "x.clock_kind = 'RENEWAL' AND x.level = 'RED'"));
        assertEquals(1, count("case_event", renewal, "x.type = 'RENEWAL_DEEMED'"));

        city.act(reviewer, renewal, "REVIEW", "opinion", "DISAGREE", "text", "有变化。");
        director.post(
                        "/cases/" + renewal + "/actions",
                        city.action(director, renewal, "DECIDE", "decision", "DENY", "reason", "x", "legalBasis", "x"))
                .problem(409, "DEEMED_RENEWED");
        decide(renewal, "GRANT");
        city.settle();
        assertEquals("RENEWED", licence(no).path("status").asText());
        assertEquals("VALID", licence(renewal).path("status").asText());
    }

    @Test
    void askedForTooLateSilenceRenewsNothing() {
        String no = licensed();
        String number = licence(no).path("number").asText();
        LocalDate end = end(no);
        reach(end.minusDays(20));
        String renewal = apply(RENEWAL, number);
        city.act(city.as("window-1"), renewal, "ACCEPT");
        reach(end.plusDays(1));
        assertEquals("EXPIRED", licence(no).path("status").asText());
        assertEquals(0, count("case_event", renewal, "x.type = 'RENEWAL_DEEMED'"));
        assertEquals(0, count("case_clock", renewal, "x.kind = 'RENEWAL'"));
        citizen.post("/drafts/" + draft(RENEWAL, number) + "/submission", Api.object())
                .problem(422, "INVALID");
    }

    @Test
    void decidedInTimeNothingIsDeemed() {
        String no = licensed();
        LocalDate end = end(no);
        String renewal = apply(RENEWAL, licence(no).path("number").asText());
        city.act(city.as("window-1"), renewal, "ACCEPT");
        city.act(reviewer, renewal, "REVIEW", "opinion", "DISAGREE", "text", "招牌已经拆除。");
        decide(renewal, "DENY");
        reach(end.plusDays(1));
        assertEquals(0, count("case_event", renewal, "x.type = 'RENEWAL_DEEMED'"));
        assertEquals("EXPIRED", licence(no).path("status").asText());
    }

    @Test
    void nobodyRenewsWhatIsNotHis() {
        String no = licensed();
        String number = licence(no).path("number").asText();
        Api other = city.as("wangqiang");
        ObjectNode answers = city.answers("outdoor-ad").put("licenceNo", number);
        String draft = city.draftWithout(other, RENEWAL, answers);
        city.attach(other, draft, "sign-picture");
        city.attach(other, draft, "premises-proof");
        other.post("/drafts/" + draft + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("answers.licenceNo", "NO_LICENCE");
        assertFalse(other.get("/licences").expect(200).body().contains(number));
        reviewer.get("/licences").problem(403, "FORBIDDEN");
    }
}
