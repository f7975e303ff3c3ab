package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/**
 * 撤回的补偿: whatever stage a case has come to before its decision, taking it back undoes what was begun: the fee goes back,
 * the papers are listed, work, clocks, procedures and process end.
 */
@OnServer
class WithdrawalIT {

    private static final String ITEM = "street-banner";

    private final City city;
    private final Db db;
    private final Api citizen;
    private final Api clerk;
    private final Api reviewer;

    WithdrawalIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.citizen = city.as("chenjing");
        this.clerk = city.as("window-1");
        this.reviewer = city.as("urban-reviewer");
    }

    /** Once for all stages: a fee at the beginning, and an original that has to be handed in. */
    @BeforeEach
    void published() {
        PackageFolder folder = PackageFolder.read(ITEM).json("item.json", item -> {
            item.putObject("summary").put("zh-CN", "受理前收费 " + UUID.randomUUID());
            PackageFolder.in(item, "fees", "key", "place-fee").put("when", "BEFORE_ACCEPTANCE");
            ObjectNode letter = item.putArray("materials").addObject();
            letter.put("key", "letter").put("standard", "introduction-letter");
            letter.put("necessity", "REQUIRED").put("source", "SELF");
            letter.put("originals", 1).put("copies", 0).put("acceptStandard", "盖章的原件");
            letter.putObject("name").put("zh-CN", "主办单位介绍信");
        });
        folder.json(
                "tests/granted.json",
                test -> ((ObjectNode) test.get("expect")).putArray("materials").add("letter"));
        long version = city.as("admin")
                .post("/packages")
                .file("file", ITEM + ".zip", "application/zip", folder.zip())
                .send()
                .expect(200)
                .number("/version");
        Await.until("the version with a fee in the catalogue", () -> {
            Reply found = city.nobody().get("/items/" + ITEM);
            return found.status() == 200 && found.number("/version") == version;
        });
    }

    private String submitted() {
        String draft = city.draft(citizen, ITEM);
        city.attach(citizen, draft, "letter");
        return city.submit(citizen, draft);
    }

    private String paid() {
        String no = submitted();
        JsonNode view = city.act(citizen, no, "PAY", "reference", "PAY-" + no);
        assertTrue(view.at("/fee/paid").asBoolean());
        assertEquals("SUBMITTED", view.path("status").asText(), "a fee stops nothing");
        return no;
    }

    private String acceptedAndPaid() {
        String no = paid();
        city.act(clerk, no, "ACCEPT");
        return no;
    }

    private long count(String sql, String no) {
        return db.number(sql.replace("$case", "JOIN case_file c ON c.id = x.case_id WHERE c.case_no = ?"), no);
    }

    private long events(String no, String type) {
        return db.number(
                "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ? AND e.type = ?",
                no,
                type);
    }

    /** Nothing is left of it, wherever it was. */
    private void undone(String no, boolean refunded) {
        String engine = db.text("SELECT coalesce(process_id, '') FROM case_file WHERE case_no = ?", no);
        JsonNode view = city.act(citizen, no, "WITHDRAW", "reason", "不办了");
        assertEquals("WITHDRAWN", view.path("status").asText());
        assertEquals(refunded ? 1 : 0, events(no, "REFUND_ORDERED"));
        city.settle();
        assertEquals(refunded ? 1 : 0, events(no, "FEE_REFUNDED"));
        assertEquals(0, count("SELECT count(*) FROM work_item x $case", no));
        assertEquals(
                0,
                count(
                        "SELECT count(*) FROM case_clock x $case AND x.state IN ('RUNNING', 'PAUSED')"
                                + " AND x.kind <> 'ARCHIVE'",
                        no),
                "but for the one until it is archived");
        assertEquals(0, count("SELECT count(*) FROM case_record x $case AND x.closed_at IS NULL", no));
        assertEquals(
                0,
                db.number("SELECT count(*) FROM act_ru_execution WHERE proc_inst_id_ = ?", engine),
                "the process is over");
        citizen.post("/cases/" + no + "/actions", city.action(citizen, no, "PAY", "reference", "PAY-" + no))
                .problem(409, "ILLEGAL_ACTION");
    }

    @Test
    void beforeAnybodyHasPaidNothingIsDueAnyMore() {
        String no = submitted();
        assertEquals(5000, city.see(citizen, no).at("/fee/cents").asLong());
        undone(no, false);
        assertTrue(city.see(citizen, no).path("fee").isMissingNode());
    }

    @Test
    void whatWasPaidBeforeAcceptanceGoesBack() throws Exception {
        String no = paid();
        undone(no, true);
        String document = City.document(city.see(citizen, no), "TERMINATION_NOTICE");
        byte[] pdf = citizen.get("/documents/" + document).expect(200).bytes();
        String text;
        try (var loaded = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
        assertTrue(text.contains("材料清单") && text.contains("主办单位介绍信，1份"), text);
    }

    @Test
    void fromEveryStageBeforeTheDecision() {
        String received = paid();
        city.act(clerk, received, "RECEIVE");
        undone(received, true);

        String correction = paid();
        city.act(clerk, correction, "REQUEST_CORRECTION", "demands", List.of(demand()));
        undone(correction, true);

        undone(acceptedAndPaid(), true);

        String inReview = acceptedAndPaid();
        city.act(reviewer, inReview, "CLAIM");
        undone(inReview, true);

        String halted = acceptedAndPaid();
        city.act(reviewer, halted, "PROPOSE", "measure", "HALT", "reason", "等待裁定。");
        city.act(city.as("urban-director"), halted, "HALT", "reason", "同意。");
        undone(halted, true);
    }

    @Test
    void fromASpecialProcedureToo() {
        Api agent = city.as("wangqiang");
        String no = city.submit(
                agent,
                city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business", "low-risk")));
        city.act(clerk, no, "ACCEPT");
        Api market = city.as("market-reviewer");
        city.act(market, no, "CLAIM");
        city.act(market, no, "START_SPECIAL_PROCEDURE", "type", "TESTING", "reason", "涉及他人。");
        city.act(market, no, "START_SPECIAL_PROCEDURE", "type", "EXPERT_REVIEW", "reason", "新工艺。");
        JsonNode view = city.act(agent, no, "WITHDRAW", "reason", "不办了");
        assertEquals("WITHDRAWN", view.path("status").asText());
        view.path("specialProcedures").forEach(one -> assertTrue(one.has("endedAt"), one.toString()));
        assertEquals(
                0,
                count(
                        "SELECT count(*) FROM case_clock x $case AND x.state IN ('RUNNING', 'PAUSED')"
                                + " AND x.kind <> 'ARCHIVE'",
                        no),
                "but for the one until it is archived");
    }

    @Test
    void afterTheDecisionItIsTooLateAndADenialGivesTheFeeBack() {
        String no = acceptedAndPaid();
        city.act(reviewer, no, "REVIEW", "opinion", "DISAGREE", "text", "遮挡信号灯。");
        city.act(
                city.as("urban-director"),
                no,
                "DECIDE",
                "decision",
                "DENY",
                "reason",
                "遮挡信号灯。",
                "legalBasis",
                "《城市市容和环境卫生管理条例》第十一条");
        citizen.post("/cases/" + no + "/actions", city.action(citizen, no, "WITHDRAW", "reason", "x"))
                .problem(409, "ILLEGAL_ACTION");
        city.settle();
        assertEquals(1, events(no, "FEE_REFUNDED"), "what is not granted costs nothing");
    }

    private static Map<String, String> demand() {
        return Map.of("target", "materials.letter", "text", "看不清，请重新上传。");
    }
}
