package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 回避: who has a tie to the applicant is skipped and told why; by register, by his own word, or by the head's decision. */
@OnServer
class AvoidanceIT {

    private static final String CHENJING = "999999199304180020";
    /** Of the demo city's restaurant the legal representative; he has given 陈静 a mandate. */
    private static final String LIJIANGUO = "999999194005120033";

    private static final String WANGQIANG = "999999198507150011";
    private static final String OTHER_ELDER = "999999193807060015";

    private final City city;
    private final Db db;
    private final StreetFair fair;
    private String tie;

    AvoidanceIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.fair = new StreetFair(server);
    }

    @AfterEach
    void theTieEnds() {
        if (tie != null) {
            city.as("admin").delete("/avoidance/ties/" + tie).expect(204);
        }
    }

    @Test
    void whoIsTiedToTheApplicantIsSkippedAndToldWhy() {
        String no = fair.forked();
        Api market = city.as("market-reviewer");
        assertTrue(listed(market, no));
        ObjectNode before = city.action(market, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        tie = tied("RELATIVE");
        assertFalse(listed(market, no), "skipped in the queue");
        Reply refused = market.post("/cases/" + no + "/actions", before);
        refused.problem(403, "AVOIDANCE");
        assertTrue(refused.text("/detail").contains("亲属"), refused.body());
        JsonNode view = city.see(market, no);
        assertTrue(view.path("mustAvoid").asText().contains("亲属"));
        assertEquals(0, view.path("allowedActions").size());
        fair.agree("health-reviewer", no);
    }

    @Test
    void noWorkIsGivenToWhoHasToAvoidIt() {
        String no = fair.accepted();
        Api market = city.as("market-reviewer");
        market.post("/avoidance/ties", Api.object("kind", "COMPANY", "name", "某公司", "number", "123"))
                .problem(422, "INVALID");
        tie = tied("SELF");
        Api lead = city.as("urban-reviewer");
        ObjectNode add = city.action(lead, no, "ADD_SIGNER", "toStaffNo", "YZ1014", "place", "BEFORE", "reason", "请看。");
        lead.post("/cases/" + no + "/actions", add).problem(422, "INVALID").error("toStaffNo", "AVOIDANCE");
    }

    @Test
    void aTieIsEndedByTheHeadAndNotByHimself() {
        tie = tied("RELATIVE");
        city.as("market-reviewer").delete("/avoidance/ties/" + tie).problem(403, "FORBIDDEN");
        city.as("street-reviewer").get("/avoidance/ties?staffNo=YZ1014").problem(403, "FORBIDDEN");
        city.as("chenjing").get("/avoidance/ties").problem(403, "FORBIDDEN");
        JsonNode lines = city.as("market-director")
                .get("/avoidance/ties?staffNo=YZ1014")
                .expect(200)
                .json();
        assertFalse(lines.toString().contains(CHENJING), "masked");
        city.as("market-director").delete("/avoidance/ties/" + tie).expect(204);
        tie = null;
    }

    @Test
    void anOfficerDeclaresItAndTheHeadGivesTheWorkToAnother() {
        String no = fair.accepted();
        Api lead = city.as("urban-reviewer");
        city.act(lead, no, "CLAIM");
        ObjectNode blank = city.action(lead, no, "DECLARE_AVOIDANCE", "reason", " ");
        lead.post("/cases/" + no + "/actions", blank).problem(422, "INVALID").error("reason", "REQUIRED");
        city.act(lead, no, "DECLARE_AVOIDANCE", "reason", "申请人是我的邻居，有纠纷。");
        ObjectNode review = city.action(lead, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        lead.post("/cases/" + no + "/actions", review).problem(403, "AVOIDANCE");
        assertFalse(listed(lead, no));
        Api head = city.as("urban-director");
        JsonNode work = city.see(head, no).at("/workItems/0");
        assertTrue(
                work.path("assignee").isMissingNode() || work.path("assignee").isNull(), "back with the post");
        reassign(head, no, work, "YZ1016").problem(422, "INVALID").error("toStaffNo", "AVOIDANCE");
        reassign(head, no, work, "YZ1014").problem(422, "INVALID").error("toStaffNo", "OTHER_DEPARTMENT");
        reassign(city.as("market-director"), no, work, "YZ1017").expect(403, 404);
        reassign(head, no, work, "YZ1017").expect(200);
        fair.agree("urban-inspector-1", no);
        assertEquals(5, fair.open(no).size());
        String citizen = city.see(city.as("chenjing"), no).toString();
        assertFalse(citizen.contains("邻居"), "internal");
    }

    @Test
    void theApplicantAsksForItAndTheHeadDecides() {
        String no = fair.forked();
        Api citizen = city.as("chenjing");
        city.act(citizen, no, "REQUEST_AVOIDANCE", "who", "市场局的审核人员", "reason", "与我有经济纠纷。");
        ObjectNode again = city.action(citizen, no, "REQUEST_AVOIDANCE", "reason", "再说一次。");
        citizen.post("/cases/" + no + "/actions", again).problem(409, "REQUESTED_ALREADY");
        Api reviewer = city.as("urban-inspector-1");
        ObjectNode his = city.action(reviewer, no, "DECIDE_AVOIDANCE", "approved", false, "reason", "没有理由。");
        reviewer.post("/cases/" + no + "/actions", his).problem(403, "FORBIDDEN");
        Api head = city.as("urban-director");
        ObjectNode nobody = city.action(head, no, "DECIDE_AVOIDANCE", "approved", true, "reason", "属实。");
        head.post("/cases/" + no + "/actions", nobody).problem(422, "INVALID").error("staffNos", "REQUIRED");
        ObjectNode himself = city.action(
                head, no, "DECIDE_AVOIDANCE", "approved", true, "reason", "属实。", "staffNos", List.of("YZ1019"));
        head.post("/cases/" + no + "/actions", himself).problem(422, "INVALID").error("staffNos", "YOURSELF");
        city.act(head, no, "DECIDE_AVOIDANCE", "approved", true, "reason", "属实。", "staffNos", List.of("YZ1014"));
        Api market = city.as("market-reviewer");
        ObjectNode review = city.action(market, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        market.post("/cases/" + no + "/actions", review).problem(403, "AVOIDANCE");
        JsonNode mine = city.see(citizen, no).path("avoidances");
        assertEquals(1, mine.size(), mine.toString());
        assertEquals("GRANTED", mine.at("/0/outcome").asText());
        assertEquals("属实。", mine.at("/0/answer").asText());
        fair.agree("health-reviewer", no);
    }

    @Test
    void aRequestWithoutGroundIsRefusedAndNothingChanges() {
        String no = fair.forked();
        Api citizen = city.as("chenjing");
        city.act(citizen, no, "REQUEST_AVOIDANCE", "reason", "不喜欢。");
        city.act(city.as("urban-director"), no, "DECIDE_AVOIDANCE", "approved", false, "reason", "不属于应当回避的情形。");
        assertEquals(
                "REFUSED", city.see(citizen, no).at("/avoidances/0/outcome").asText());
        fair.agree("market-reviewer", no);
        city.act(citizen, no, "REQUEST_AVOIDANCE", "reason", "新的理由。");
    }

    @Test
    void theLegalRepresentativeOfACompanyCountsAsTheCompany() {
        Api agent = city.as("wangqiang");
        String no = city.submit(
                agent, city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business")));
        city.act(city.as("window-1"), no, "ACCEPT");
        Api market = city.as("market-reviewer");
        assertTrue(listed(market, no));
        ObjectNode before = city.action(market, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        tie = tied("market-reviewer", "RELATIVE", "李建国", LIJIANGUO);
        assertFalse(listed(market, no), "skipped though his relative is named nowhere in the case");
        market.post("/cases/" + no + "/actions", before).problem(403, "AVOIDANCE");
    }

    @Test
    void aRepresentedPersonIsAParty() {
        Api agent = city.as("chenjing");
        String no = city.submit(
                agent, city.draft(agent, city.forCompany(agent, "elder-allowance"), city.answers("elder-allowance")));
        city.act(city.as("window-1"), no, "ACCEPT");
        Api street = city.as("street-reviewer");
        ObjectNode before = city.action(street, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        tie = tied("street-reviewer", "RELATIVE", "李建国", LIJIANGUO);
        assertFalse(listed(street, no));
        street.post("/cases/" + no + "/actions", before).problem(403, "AVOIDANCE");
    }

    @Test
    void whoIsNamedInTheFormCountsInRowsToo() {
        Api citizen = city.as("chenjing");
        ObjectNode answers = city.answers("public-rental");
        answers.withArray("members")
                .addObject()
                .put("name", "家人")
                .put("relation", "spouse")
                .put("idNumber", WANGQIANG);
        String no = city.submit(citizen, city.draft(citizen, "public-rental", answers));
        city.act(city.as("window-1"), no, "ACCEPT");
        Api reviewer = city.as("housing-reviewer");
        assertTrue(listed(reviewer, no));
        ObjectNode before = city.action(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        tie = tied("housing-reviewer", "RELATIVE", "家人", WANGQIANG);
        assertFalse(listed(reviewer, no));
        reviewer.post("/cases/" + no + "/actions", before).problem(403, "AVOIDANCE");
        String kept = db.text("SELECT involved FROM case_file WHERE case_no = ?", no);
        assertTrue(kept.matches("([0-9a-f]{64} ?)+"), "hashes and nothing else: " + kept);
    }

    @Test
    void aCorrectionThatNamesSomebodyElseCounts() {
        Api citizen = city.as("chenjing");
        String no = city.submit(citizen, city.draft(citizen, "elder-allowance"));
        Api window = city.as("window-1");
        tie = tied("street-reviewer", "RELATIVE", "赵老先生", OTHER_ELDER);
        city.act(
                window,
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(java.util.Map.of("target", "answers.elderIdNumber", "text", "号码与户口簿不一致。")));
        city.act(citizen, no, "SUPPLY_CORRECTION", "answers", Api.object("elderIdNumber", OTHER_ELDER));
        city.act(window, no, "ACCEPT");
        Api street = city.as("street-reviewer");
        assertFalse(listed(street, no));
        ObjectNode claim = city.action(street, no, "CLAIM");
        street.post("/cases/" + no + "/actions", claim).problem(403, "AVOIDANCE");
        assertTrue(city.see(street, no).path("mustAvoid").asText().contains("亲属"));
    }

    private String tied(String kind) {
        return tied("market-reviewer", kind, "陈静", CHENJING);
    }

    private String tied(String login, String kind, String name, String number) {
        return city.as(login)
                .post("/avoidance/ties", Api.object("kind", kind, "name", name, "number", number))
                .expect(201)
                .text("/id");
    }

    private Reply reassign(Api who, String no, JsonNode work, String staffNo) {
        return who.post(
                "/cases/" + no + "/actions",
                Api.object("toStaffNo", staffNo, "reason", "原承办人回避。")
                        .put("action", "REASSIGN")
                        .put("workItemId", work.path("id").asText())
                        .put(
                                "seenVersion",
                                city.see(city.as("urban-director"), no)
                                        .path("version")
                                        .asLong()));
    }

    private static boolean listed(Api who, String no) {
        return who.get("/work-items?queue=department&limit=100&q=" + no)
                        .expect(200)
                        .at("/items")
                        .size()
                > 0;
    }
}
