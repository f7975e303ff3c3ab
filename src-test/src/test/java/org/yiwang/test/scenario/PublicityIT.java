package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 公示: shown before a grant, open to objections while it is shown, and no decision before it is over and all is answered. */
@OnServer
class PublicityIT {

    private static final Object[] GRANT = {"decision", "GRANT", "reason", "符合条件。", "legalBasis", "公共租赁住房管理办法第九条"};

    private City city;
    private String no;

    @BeforeEach
    void aCaseAtItsDecision(YiwangServer server) {
        city = new City(server);
        no = city.submitted("chenjing", "public-rental");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "五部门联合审核通过。");
    }

    private String shown() {
        city.act(city.as("housing-director"), no, "START_PUBLICITY", "proposal", "拟确认公租房保障资格");
        return ofCase("housing-director").path("running").asText();
    }

    private JsonNode ofCase(String login) {
        return city.as(login).get("/publicity/cases/" + no).expect(200).json();
    }

    private void refused(String code, Object... decision) {
        Api director = city.as("housing-director");
        director.post("/cases/" + no + "/actions", city.action(director, no, "DECIDE", decision))
                .problem(409, code);
    }

    @Test
    void isDecidedOnlyAfterThePublicityIsOver() {
        refused("PUBLICITY_MISSING", GRANT);
        shown();
        refused("PUBLICITY_RUNNING", GRANT);
        assertEquals(
                "RUNNING",
                City.clock(city.see(city.as("chenjing"), no), "PUBLICITY")
                        .path("state")
                        .asText());
        assertEquals(
                "RUNNING",
                City.clock(city.see(city.as("chenjing"), no), "PROMISE")
                        .path("state")
                        .asText(),
                "the time of this publicity counts");

        city.move(Duration.ofDays(11));
        assertEquals(0, ofCase("housing-director").path("objections").size());
        assertTrue(ofCase("housing-director").path("running").isMissingNode());
        assertEquals(
                "APPROVED",
                city.act(city.as("housing-director"), no, "DECIDE", GRANT)
                        .path("status")
                        .asText());
    }

    @Test
    void strangersSeeWhatTheItemLetsBeShownAndNoMore() {
        String id = shown();
        JsonNode notice = city.nobody().get("/publicity/" + id).expect(200).json();
        assertEquals("陈*", notice.path("applicant").asText().replace("＊", "*"));
        String all = notice.toString();
        assertTrue(all.contains("湖滨社区") && all.contains("两居室"), all);
        assertFalse(all.contains("陈静") || all.contains("2800") || all.contains("13800138000") || all.contains(no), all);
        assertTrue(city.nobody()
                .get("/publicity")
                .expect(200)
                .json()
                .path("items")
                .toString()
                .contains(id));
        LocalDate last = LocalDate.parse(notice.path("endsOn").asText());
        assertFalse(last.isBefore(city.today().plusDays(7)), "seven days, the first not counted");

        city.move(Duration.ofDays(11));
        city.nobody().get("/publicity/" + id).expect(404);
        assertFalse(
                city.nobody().get("/publicity").expect(200).json().toString().contains(id));
    }

    @Test
    void anObjectionIsAnsweredBeforeTheDecision() {
        String id = shown();
        Api wang = city.as("wangqiang");
        wang.post("/publicity/" + id + "/objections", Api.object("reason", " ")).expect(422);
        String objection = wang.post("/publicity/" + id + "/objections", Api.object("reason", "申请人名下另有住房。"))
                .expect(201)
                .text("/id");
        wang.post("/publicity/" + id + "/objections", Api.object("reason", "再说一次。"))
                .problem(409, "OBJECTED_ALREADY");
        assertEquals(
                0,
                city.as("chenjing")
                        .get("/publicity/cases/" + no)
                        .expect(200)
                        .json()
                        .path("objections")
                        .size(),
                "the applicant does not learn who objected");
        city.move(Duration.ofDays(11));
        refused("OBJECTION_OPEN", GRANT);

        city.act(
                city.as("housing-director"),
                no,
                "ANSWER_OBJECTION",
                "objection",
                objection,
                "answer",
                "经不动产登记中心核实，申请人名下没有住房。",
                "upheld",
                false);
        JsonNode mine = wang.get("/publicity/" + id + "/objections")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertFalse(mine.path("upheld").asBoolean(true));
        assertTrue(mine.path("answer").asText().contains("没有住房"));
        wang.get("/cases/" + no).expect(404);
        city.act(city.as("housing-director"), no, "DECIDE", GRANT);
    }

    @Test
    void nobodyObjectsToHisOwnCaseOrTooLate() {
        String id = shown();
        city.as("chenjing")
                .post("/publicity/" + id + "/objections", Api.object("reason", "我自己"))
                .problem(409, "OWN_CASE");
        city.as("window-1")
                .post("/publicity/" + id + "/objections", Api.object("reason", "工作人员"))
                .expect(403);
        city.nobody()
                .post("/publicity/" + id + "/objections", Api.object("reason", "没有登录"))
                .expect(401);
        city.move(Duration.ofDays(11));
        city.as("wangqiang")
                .post("/publicity/" + id + "/objections", Api.object("reason", "太晚了"))
                .problem(409, "PUBLICITY_OVER");
    }

    @Test
    void aDenialNeedsNoPublicityAndAWithdrawnCaseIsNoLongerShown() {
        String id = shown();
        city.act(city.as("chenjing"), no, "WITHDRAW", "reason", "不申请了");
        city.nobody().get("/publicity/" + id).expect(404);

        no = city.submitted("wangqiang", "public-rental");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "收入超过标准。");
        ObjectNode deny = city.action(
                city.as("housing-director"),
                no,
                "DECIDE",
                "decision",
                "DENY",
                "reason",
                "家庭人均收入超过标准。",
                "legalBasis",
                "公共租赁住房管理办法第七条");
        city.as("housing-director").post("/cases/" + no + "/actions", deny).expect(200);
    }

    @Test
    void whereTheItemHasNoneItIsNotOffered() {
        String other = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), other, "ACCEPT");
        Api reviewer = city.as("street-reviewer");
        assertFalse(city.see(reviewer, other).path("allowedActions").toString().contains("START_PUBLICITY"));
        reviewer.post(
                        "/cases/" + other + "/actions",
                        city.action(reviewer, other, "START_PUBLICITY", "proposal", "拟发放"))
                .problem(409, "NO_PUBLICITY");
    }

    private JsonNode deciding() {
        return City.clock(city.see(city.as("housing-director"), no), "STEP");
    }

    @Test
    void whoMayNotDecideYetIsNotLate() {
        assertEquals("RUNNING", deciding().path("state").asText());
        String id = shown();
        JsonNode rests = deciding();
        assertEquals("PAUSED", rests.path("state").asText());
        assertTrue(
                rests.at("/pauses/0/basis").asText().contains("《公共租赁住房管理办法》第九条"),
                "the ground stands in the ledger: " + rests);
        String objection = city.as("wangqiang")
                .post("/publicity/" + id + "/objections", Api.object("reason", "申请人名下另有住房。"))
                .expect(201)
                .text("/id");
        city.move(Duration.ofDays(11));
        assertEquals("PAUSED", deciding().path("state").asText(), "an objection waits for its answer");
        assertEquals(
                "RUNNING",
                City.clock(city.see(city.as("chenjing"), no), "PROMISE")
                        .path("state")
                        .asText(),
                "the time of the case goes on");
        city.act(
                city.as("housing-director"),
                no,
                "ANSWER_OBJECTION",
                "objection",
                objection,
                "answer",
                "经核实没有住房。",
                "upheld",
                false);
        JsonNode goesOn = deciding();
        assertEquals("RUNNING", goesOn.path("state").asText());
        assertTrue(
                LocalDate.parse(goesOn.path("dueOn").asText())
                        .isAfter(city.today().plusDays(3)),
                "four workdays are still there: " + goesOn);
        city.act(city.as("housing-director"), no, "DECIDE", GRANT);
    }

    @Test
    void whatAnotherLawLeavesOutRestsTheLegalTime() {
        String house = city.submitted("chenjing", "homestead-register");
        city.act(city.as("window-1"), house, "ACCEPT");
        city.act(city.as("estate-reviewer"), house, "REVIEW", "opinion", "AGREE", "text", "权属来源合法，面积一致。");
        Api director = city.as("estate-director");
        LocalDate due = legal(house);
        LocalDate workDue = workDue(house);
        city.act(director, house, "START_PUBLICITY", "proposal", "拟登记宅基地使用权及房屋所有权");
        JsonNode shown = city.see(city.as("chenjing"), house);
        JsonNode legal = City.clock(shown, "LEGAL");
        assertEquals("PAUSED", legal.path("state").asText());
        assertTrue(legal.at("/pauses/0/basis").asText().contains("《不动产登记暂行条例实施细则》第十七条"), legal.toString());
        assertEquals("PAUSED", City.clock(shown, "PROMISE").path("state").asText());
        assertTrue(workDue(house).isAfter(workDue), "the work list dates it as from the end of the publicity");
        assertFalse(director.get("/publicity/cases/" + house)
                .expect(200)
                .json()
                .path("counted")
                .asBoolean(true));
        director.post("/cases/" + house + "/actions", city.action(director, house, "DECIDE", GRANT))
                .problem(409, "PUBLICITY_RUNNING");

        city.move(Duration.ofDays(40));
        JsonNode after = city.see(city.as("chenjing"), house);
        assertEquals("RUNNING", City.clock(after, "LEGAL").path("state").asText());
        assertTrue(legal(house).isAfter(due.plusDays(20)), "fifteen workdays were given back");
        assertFalse(City.clock(after, "LEGAL").path("late").asBoolean());
        assertEquals(
                "APPROVED",
                city.act(director, house, "DECIDE", GRANT).path("status").asText());
        city.settle();
        City.document(city.see(city.as("chenjing"), house), "RESULT");
    }

    private LocalDate legal(String house) {
        return LocalDate.parse(City.clock(city.see(city.as("chenjing"), house), "LEGAL")
                .path("dueOn")
                .asText());
    }

    private LocalDate workDue(String house) {
        return LocalDate.parse(city.see(city.as("estate-director"), house)
                .at("/workItems/0/dueOn")
                .asText());
    }
}
