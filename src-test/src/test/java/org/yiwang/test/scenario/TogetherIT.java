package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 共同办理: several sign one step, signers are added, work is delegated, opinions are asked for, copies are sent. */
@OnServer
class TogetherIT {

    private static final int ROUNDS = 3;

    private final City city;
    private final Db db;
    private final CaseTraces traces;
    private final StreetFair fair;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    TogetherIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.traces = new CaseTraces(city, db);
        this.fair = new StreetFair(server);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void allMustSignAndOneNoIsTheStepsNo() {
        String no = fair.forked();
        assertEquals(List.of("either", "either", "joint", "joint", "joint"), fair.open(no));
        fair.agree("traffic-reviewer", no);
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "影响施工。");
        assertEquals(List.of("either", "either", "joint"), fair.open(no), "two have signed, one is waited for");
        agreesWithTheEngine(no);
        fair.agree("fire-reviewer", no);
        assertEquals(List.of("either", "either"), fair.open(no));
        fair.agree("health-reviewer", no);
        fair.agree("urban-inspector-1", no);
        fair.agree("urban-reviewer", no);
        Api director = city.as("urban-director");
        ObjectNode grant =
                city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "第十七条");
        director.post("/cases/" + no + "/actions", grant).problem(409, "CO_APPROVAL_REFUSED");
        city.act(director, no, "DECIDE", "decision", "DENY", "reason", "住建部门不同意。", "legalBasis", "第十七条");
    }

    @Test
    void nobodySignsForAnotherPost() {
        String no = fair.forked();
        fair.agree("traffic-reviewer", no);
        assertFalse(allowed("traffic-reviewer", no).contains("REVIEW"), "he has signed");
        JsonNode housing = work(city.as("housing-reviewer"), no, "housing/reviewer");
        Api traffic = city.as("traffic-reviewer");
        traces.unchanged(no, () -> act(traffic, no, "REVIEW", housing, "opinion", "AGREE", "text", "同意。")
                .problem(403, "FORBIDDEN"));
    }

    @Test
    void theFirstOfTwoSettlesItAndTheOtherIsTold() {
        String no = fair.forked();
        Api health = city.as("health-reviewer");
        JsonNode his = work(health, no, "health/reviewer");
        fair.agree("market-reviewer", no);
        assertEquals(List.of("joint", "joint", "joint", "site"), fair.open(no));
        Reply late = act(health, no, "REVIEW", his, "opinion", "DISAGREE", "text", "不同意。");
        late.problem(409, "SIGNED_BY_OTHER");
        assertTrue(late.text("/detail").contains("或签"), late.body());
        agreesWithTheEngine(no);
    }

    @Test
    void ofTwoWhoSignAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        Api market = city.as("market-reviewer");
        Api health = city.as("health-reviewer");
        for (int round = 0; round < ROUNDS; round++) {
            String no = fair.forked();
            JsonNode one = work(market, no, "market/reviewer");
            JsonNode two = work(health, no, "health/reviewer");
            List<Reply> replies = atOnce(List.of(
                    () -> act(market, no, "REVIEW", one, "opinion", "AGREE", "text", "同意。"),
                    () -> act(health, no, "REVIEW", two, "opinion", "DISAGREE", "text", "不同意。")));
            assertEquals(1, replies.stream().filter(r -> r.status() == 200).count(), replies.toString());
            replies.stream().filter(r -> r.status() != 200).forEach(r -> r.problem(409, "SIGNED_BY_OTHER"));
            assertEquals(List.of("joint", "joint", "joint", "site"), fair.open(no));
            agreesWithTheEngine(no);
        }
    }

    @Test
    void theLastTwoWhoSignAtOnceAdvanceTheCaseOnce() throws Exception {
        Api housing = city.as("housing-reviewer");
        Api fire = city.as("fire-reviewer");
        for (int round = 0; round < ROUNDS; round++) {
            String no = fair.forked();
            fair.agree("traffic-reviewer", no);
            fair.agree("market-reviewer", no);
            fair.agree("urban-inspector-1", no);
            JsonNode one = work(housing, no, "housing/reviewer");
            JsonNode two = work(fire, no, "fire/reviewer");
            atOnce(List.of(
                            () -> act(housing, no, "REVIEW", one, "opinion", "AGREE", "text", "同意。"),
                            () -> act(fire, no, "REVIEW", two, "opinion", "AGREE", "text", "同意。")))
                    .forEach(reply -> reply.expect(200));
            assertEquals(List.of("summary"), fair.open(no), "one advance");
            agreesWithTheEngine(no);
        }
    }

    @Test
    void aSignerBeforeIsWaitedForAndDecidesNothing() {
        String no = fair.accepted();
        Api lead = city.as("urban-reviewer");
        city.act(lead, no, "ADD_SIGNER", "toStaffNo", "YZ1004", "place", "BEFORE", "reason", "请看文字内容。");
        assertFalse(allowed("urban-reviewer", no).contains("REVIEW"));
        JsonNode mine = work(lead, no, "urban/reviewer");
        assertTrue(mine.path("waits").asBoolean());
        act(lead, no, "REVIEW", mine, "opinion", "AGREE", "text", "同意。").problem(409, "WAITS_FOR_OTHER");
        Api signer = city.as("civil-reviewer");
        JsonNode seen = city.see(signer, no).at("/workItems/0");
        assertEquals("BEFORE", seen.path("part").asText(), "he sees a case that none of his posts has to do with");
        assertEquals("请看文字内容。", seen.path("request").asText());
        city.act(signer, no, "REVIEW", "opinion", "DISAGREE", "text", "第二行有错字。");
        assertEquals(List.of("precheck"), fair.open(no));
        fair.agree("urban-reviewer", no);
        assertEquals(5, fair.open(no).size(), "his advice was no, the owner's word was yes");
        agreesWithTheEngine(no);
        signer.get("/cases/" + no).expect(200);
    }

    @Test
    void aSignerAfterHasToSignAsWell() {
        String no = fair.joined();
        Api lead = city.as("urban-reviewer");
        city.act(lead, no, "ADD_SIGNER", "toStaffNo", "YZ1018", "place", "AFTER", "reason", "请复核。");
        act(
                        lead,
                        no,
                        "ADD_SIGNER",
                        caseVersion(lead, no, "urban/reviewer"),
                        "toStaffNo",
                        "YZ1018",
                        "place",
                        "AFTER",
                        "reason",
                        "再加一次。")
                .problem(422, "INVALID")
                .error("toStaffNo", "SIGNS_ALREADY");
        Api second = city.as("urban-inspector-2");
        JsonNode his = work(second, no, "urban/reviewer", "AFTER");
        act(second, no, "REVIEW", his, "opinion", "AGREE", "text", "同意。").problem(409, "WAITS_FOR_OTHER");
        fair.agree("urban-reviewer", no);
        assertEquals(List.of("summary"), fair.open(no), "the step waits for the second signature");
        agreesWithTheEngine(no);
        act(second, no, "REVIEW", his, "opinion", "AGREE", "text", "同意。").expect(200);
        assertEquals(List.of("decide"), fair.open(no));
    }

    @Test
    void takingTheLastSignerBackAnswersTheStep() {
        String no = fair.joined();
        Api lead = city.as("urban-reviewer");
        city.act(lead, no, "ADD_SIGNER", "toStaffNo", "YZ1018", "place", "AFTER", "reason", "请复核。");
        fair.agree("urban-reviewer", no);
        assertEquals(List.of("summary"), fair.open(no));
        JsonNode added = work(lead, no, "urban/reviewer", "AFTER");
        ObjectNode back =
                body("TAKE_BACK", added, city.see(lead, no).path("version").asLong());
        city.as("urban-director").post("/cases/" + no + "/actions", back).problem(403, "FORBIDDEN");
        lead.post("/cases/" + no + "/actions", back).expect(200);
        assertEquals(List.of("decide"), fair.open(no));
        agreesWithTheEngine(no);
    }

    @Test
    void whatIsDelegatedComesBackToItsOwner() {
        String no = fair.accepted();
        Api owner = city.as("urban-reviewer");
        city.act(owner, no, "DELEGATE", "toStaffNo", "YZ1017", "request", "请核对位置。");
        Api delegate = city.as("urban-inspector-1");
        JsonNode his = work(delegate, no, "urban/reviewer");
        assertTrue(his.path("mine").asBoolean());
        assertEquals("曹磊", his.path("givenBy").asText());
        act(delegate, no, "REVIEW", his, "opinion", "AGREE", "text", "同意。").problem(409, "DELEGATED");
        act(owner, no, "REVIEW", his, "opinion", "AGREE", "text", "同意。").problem(409, "CLAIMED_BY_OTHER");
        city.act(delegate, no, "REPORT_BACK", "text", "位置与图纸一致。");
        assertTrue(work(owner, no, "urban/reviewer").path("mine").asBoolean());
        fair.agree("urban-reviewer", no);
        String opinions = city.see(owner, no).path("opinions").toString();
        assertTrue(opinions.contains("位置与图纸一致"), opinions);
        act(
                        city.as("market-reviewer"),
                        no,
                        "DELEGATE",
                        caseVersion(city.as("market-reviewer"), no, "market/reviewer"),
                        "toStaffNo",
                        "YZ1017",
                        "request",
                        "请看。")
                .problem(422, "INVALID")
                .error("toStaffNo", "OTHER_DEPARTMENT");
    }

    @Test
    void theOwnerMayTakeBackWhatHeDelegated() {
        String no = fair.accepted();
        Api owner = city.as("urban-reviewer");
        city.act(owner, no, "DELEGATE", "toStaffNo", "YZ1017", "request", "请核对位置。");
        JsonNode given = work(owner, no, "urban/reviewer");
        assertTrue(given.path("byYou").asBoolean());
        owner.post(
                        "/cases/" + no + "/actions",
                        body(
                                "TAKE_BACK",
                                given,
                                city.see(owner, no).path("version").asLong()))
                .expect(200);
        fair.agree("urban-reviewer", no);
    }

    @Test
    void anOpinionIsAskedOfAnotherPostByADayOfItsOwn() {
        String no = fair.accepted();
        Api owner = city.as("urban-reviewer");
        String tomorrow = city.today().plusDays(1).toString();
        JsonNode seen = caseVersion(owner, no, "urban/reviewer");
        act(owner, no, "ASK_OPINION", seen, "post", "nowhere/nobody", "question", "？", "dueOn", tomorrow, "first", true)
                .problem(422, "INVALID")
                .error("post", "NO_SUCH_POST");
        act(
                        owner,
                        no,
                        "ASK_OPINION",
                        seen,
                        "post",
                        "medical-insurance/reviewer",
                        "question",
                        "？",
                        "dueOn",
                        city.today().minusDays(1).toString(),
                        "first",
                        true)
                .problem(422, "INVALID")
                .error("dueOn", "OUT_OF_RANGE");
        city.act(
                owner,
                no,
                "ASK_OPINION",
                "post",
                "medical-insurance/reviewer",
                "question",
                "横幅内容是否准确？",
                "dueOn",
                tomorrow,
                "first",
                true);
        Api asked = city.as("medical-reviewer");
        JsonNode line = asked.get("/work-items?queue=asked&limit=100&q=" + no)
                .expect(200)
                .at("/items/0");
        assertEquals("ASKED_FIRST", line.path("part").asText());
        assertEquals(tomorrow, line.path("dueOn").asText());
        act(owner, no, "REVIEW", work(owner, no, "urban/reviewer"), "opinion", "AGREE", "text", "同意。")
                .problem(409, "WAITS_FOR_OTHER");
        city.act(asked, no, "ANSWER_OPINION", "text", "内容准确。");
        fair.agree("urban-reviewer", no);
        assertTrue(city.see(owner, no).path("opinions").toString().contains("内容准确"));
        assertFalse(city.see(city.as("chenjing"), no).toString().contains("内容准确"), "internal");
    }

    @Test
    void anOpinionNobodyWaitsForIsTakenBackWhenTheStepIsDone() {
        String no = fair.accepted();
        Api owner = city.as("urban-reviewer");
        city.act(
                owner,
                no,
                "ASK_OPINION",
                "post",
                "medical-insurance/reviewer",
                "question",
                "有无意见？",
                "dueOn",
                city.today().plusDays(1).toString(),
                "first",
                false);
        fair.agree("urban-reviewer", no);
        assertEquals(5, fair.open(no).size());
        city.as("medical-reviewer").get("/cases/" + no).problem(404, "NOT_FOUND");
    }

    @Test
    void aCopyIsReadAndTheSenderSeesIt() {
        String no = fair.accepted();
        Api reader = city.as("estate-reviewer");
        reader.get("/cases/" + no).problem(404, "NOT_FOUND");
        city.act(city.as("urban-reviewer"), no, "COPY", "toStaffNos", List.of("YZ1024"), "note", "请知悉。");
        reader.get("/cases/" + no).expect(200);
        JsonNode line = reader.get("/copies?limit=1").expect(200).at("/items/0");
        assertEquals(no, line.path("caseNo").asText());
        assertTrue(line.path("readAt").isMissingNode() || line.path("readAt").isNull());
        city.as("street-reviewer")
                .post("/copies/" + line.path("id").asText() + "/receipt", Api.object())
                .problem(404, "NOT_FOUND");
        reader.post("/copies/" + line.path("id").asText() + "/receipt", Api.object())
                .expect(200);
        JsonNode receipt = city.as("urban-reviewer")
                .get("/cases/" + no + "/copies")
                .expect(200)
                .at("/items/0");
        assertFalse(receipt.path("readAt").asText().isEmpty(), receipt.toString());
        assertFalse(allowedOf(city.see(reader, no)).contains("REVIEW"), "to know is not to act");
    }

    // ---- what the tests have in common

    private List<String> allowed(String login, String no) {
        return allowedOf(city.see(city.as(login), no));
    }

    private static List<String> allowedOf(JsonNode view) {
        List<String> actions = new ArrayList<>();
        view.path("allowedActions").forEach(action -> actions.add(action.asText()));
        return actions;
    }

    private JsonNode work(Api who, String no, String queue) {
        return work(who, no, queue, null);
    }

    private JsonNode work(Api who, String no, String queue, String part) {
        for (JsonNode work : city.see(who, no).path("workItems")) {
            if (work.path("queue").asText().equals(queue)
                    && (part == null || work.path("part").asText().equals(part))) {
                return work;
            }
        }
        throw new AssertionError(
                "no work of " + queue + " in " + city.see(who, no).path("workItems"));
    }

    /** The work with the version of the case, for actions that look at the whole case. */
    private JsonNode caseVersion(Api who, String no, String queue) {
        ObjectNode work = (ObjectNode) work(who, no, queue);
        return work.put("version", city.see(who, no).path("version").asLong());
    }

    private static ObjectNode body(String action, JsonNode work, long seen, Object... fields) {
        return Api.object(fields)
                .put("action", action)
                .put("workItemId", work.path("id").asText())
                .put("seenVersion", seen);
    }

    private static Reply act(Api who, String no, String action, JsonNode work, Object... fields) {
        return who.post(
                "/cases/" + no + "/actions",
                body(action, work, work.path("version").asLong(), fields));
    }

    /** 引擎与办件一致: every task of the engine has work, and all work has a task. */
    private void agreesWithTheEngine(String no) {
        assertEquals(
                db.rows(
                        "SELECT DISTINCT t.id_ AS id FROM act_ru_task t JOIN case_file c ON c.process_id = t.proc_inst_id_"
                                + " WHERE c.case_no = ? ORDER BY 1",
                        no),
                db.rows("SELECT DISTINCT task_id AS id FROM work_item WHERE case_no = ? ORDER BY 1", no));
    }

    private List<Reply> atOnce(List<Callable<Reply>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        List<Future<Reply>> running = new ArrayList<>();
        for (Callable<Reply> call : calls) {
            running.add(threads.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : running) {
            replies.add(reply.get());
        }
        return replies;
    }
}
