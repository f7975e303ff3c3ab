package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 退回任意步: to any earlier step, also out of and into branches; the engine and the case always agree afterwards. */
@OnServer
class ReturnAnywhereIT {

    private final City city;
    private final Db db;
    private final StreetFair fair;
    private String no;

    ReturnAnywhereIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.fair = new StreetFair(server);
    }

    @AfterEach
    void theEngineAndTheCaseAgree() {
        agrees();
    }

    @Test
    void fromBehindTheJoinIntoOneBranchTheOtherStands() {
        no = fair.joined();
        JsonNode legal = City.clock(city.see(city.as("urban-reviewer"), no), "LEGAL");
        back("urban-reviewer", "either", null);
        assertEquals(List.of("either", "either"), fair.open(no), "the three who signed need not sign again");
        agrees();
        fair.agree("health-reviewer", no);
        assertEquals(List.of("site"), fair.open(no));
        fair.agree("urban-inspector-1", no);
        assertEquals(List.of("summary"), fair.open(no), "the join let one token through");
        assertEquals(
                legal.path("dueOn"),
                City.clock(city.see(city.as("urban-reviewer"), no), "LEGAL").path("dueOn"),
                "the legal clock ran on");
        finish();
    }

    @Test
    void intoTheMiddleOfABranchWhatWasBeforeItStandsToo() {
        no = fair.joined();
        back("urban-reviewer", "site", null);
        assertEquals(List.of("site"), fair.open(no));
        fair.agree("urban-inspector-1", no);
        finish();
    }

    @Test
    void outOfABranchWhatTheOtherHasFinishedStands() {
        no = fair.forked();
        Stream.of("traffic-reviewer", "housing-reviewer", "fire-reviewer").forEach(who -> fair.agree(who, no));
        back("market-reviewer", "precheck", null);
        assertEquals(List.of("precheck"), fair.open(no));
        agrees();
        fair.agree("urban-reviewer", no);
        assertEquals(List.of("either", "either"), fair.open(no));
        fair.agree("market-reviewer", no);
        fair.agree("urban-inspector-1", no);
        finish();
    }

    @Test
    void outOfABranchWhatTheOtherHasOpenIsTakenBack() {
        no = fair.forked();
        fair.agree("traffic-reviewer", no);
        back("market-reviewer", "precheck", "TAKE_BACK");
        assertEquals(List.of("precheck"), fair.open(no));
        fair.agree("urban-reviewer", no);
        assertEquals(List.of("either", "either", "joint", "joint", "joint"), fair.open(no), "all three are asked anew");
    }

    @Test
    void orGoesOnMeanwhileIfThatIsWanted() {
        no = fair.forked();
        fair.agree("traffic-reviewer", no);
        back("market-reviewer", "precheck", "KEEP");
        assertEquals(List.of("joint", "joint", "precheck"), fair.open(no), "two signatures are still asked for");
        fair.agree("housing-reviewer", no);
        fair.agree("urban-reviewer", no);
        assertEquals(List.of("either", "either", "joint"), fair.open(no), "one is left and has its task again");
        agrees();
        fair.agree("fire-reviewer", no);
        fair.agree("market-reviewer", no);
        fair.agree("urban-inspector-1", no);
        finish();
    }

    @Test
    void whatWasKeptAndFinishedMeanwhileIsNotAskedForAgain() {
        no = fair.forked();
        back("market-reviewer", "precheck", "KEEP");
        Stream.of("traffic-reviewer", "housing-reviewer", "fire-reviewer").forEach(who -> fair.agree(who, no));
        assertEquals(List.of("precheck"), fair.open(no));
        fair.agree("urban-reviewer", no);
        assertEquals(List.of("either", "either"), fair.open(no));
        fair.agree("market-reviewer", no);
        fair.agree("urban-inspector-1", no);
        finish();
    }

    @Test
    void aNoThatStandsStaysANo() {
        no = fair.forked();
        fair.agree("traffic-reviewer", no);
        fair.agree("housing-reviewer", no);
        city.act(city.as("fire-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "通道不足。");
        back("market-reviewer", "precheck", null);
        Stream.of("urban-reviewer", "market-reviewer", "urban-inspector-1", "urban-reviewer")
                .forEach(who -> fair.agree(who, no));
        Api director = city.as("urban-director");
        ObjectNode grant =
                city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "符合。", "legalBasis", "第十七条");
        director.post("/cases/" + no + "/actions", grant).problem(409, "CO_APPROVAL_REFUSED");
    }

    @Test
    void fromTheDecisionToTheFirstStepEverythingIsDoneAgain() {
        no = fair.joined();
        fair.agree("urban-reviewer", no);
        back("urban-director", "precheck", null);
        assertEquals(List.of("precheck"), fair.open(no));
        fair.agree("urban-reviewer", no);
        assertEquals(List.of("either", "either", "joint", "joint", "joint"), fair.open(no));
    }

    @Test
    void onlyToWhatLiesBeforeAndWasDone() {
        no = fair.forked();
        refused("market-reviewer", "joint").error("toStep", "NOT_WALKED");
        refused("market-reviewer", "decide").error("toStep", "NOT_WALKED");
        refused("market-reviewer", "nowhere").error("toStep", "NOT_WALKED");
        fair.agree("market-reviewer", no);
        refused("traffic-reviewer", "either").error("toStep", "NOT_EARLIER");
        Api citizen = city.as("chenjing");
        String timeline = city.see(citizen, no).path("timeline").toString();
        assertTrue(!timeline.contains("STEP_RETURNED"), timeline);
    }

    private Reply refused(String who, String step) {
        Api officer = city.as(who);
        ObjectNode body = city.action(officer, no, "RETURN", "reason", "请重看。", "toStep", step);
        return officer.post("/cases/" + no + "/actions", body).problem(422, "INVALID");
    }

    private void back(String who, String step, String others) {
        city.act(city.as(who), no, "RETURN", "reason", "请重看。", "toStep", step, "others", others);
    }

    /** Sums up and decides: the process runs to its end. */
    private void finish() {
        agrees();
        fair.agree("urban-reviewer", no);
        city.act(city.as("urban-director"), no, "DECIDE", "decision", "GRANT", "reason", "符合。", "legalBasis", "第十七条");
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM act_ru_execution x JOIN case_file c ON c.process_id = x.proc_inst_id_"
                                + " WHERE c.case_no = ?",
                        no),
                "no token is left behind");
    }

    /** Every task of the engine has work; all work has a task, but for what was kept while the process went back. */
    private void agrees() {
        assertEquals(
                db.rows(
                        "SELECT t.task_def_key_ AS step FROM act_ru_task t JOIN case_file c"
                                + " ON c.process_id = t.proc_inst_id_ WHERE c.case_no = ? ORDER BY 1",
                        no),
                db.rows(
                        "SELECT DISTINCT w.step_key AS step FROM work_item w JOIN act_ru_task t ON t.id_ = w.task_id"
                                + " WHERE w.case_no = ? ORDER BY 1",
                        no));
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM work_item w WHERE w.case_no = ? AND w.task_id <> 'kept:' || w.step_key"
                                + " AND NOT EXISTS (SELECT 1 FROM act_ru_task t WHERE t.id_ = w.task_id)"
                                + " AND w.task_id <> ''",
                        no));
    }
}
