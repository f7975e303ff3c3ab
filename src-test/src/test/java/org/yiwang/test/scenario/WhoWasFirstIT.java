package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/**
 * 谁先: two officers decide at once, an officer acts while the time for it runs out, an applicant answers while his time runs
 * out. One wins, the other is told in one sentence, and nothing is lost or done twice.
 */
@OnServer
class WhoWasFirstIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ROUNDS = 3;
    private static final String TWO_DECIDERS = "banner-for-two";

    private final City city;
    private final Db db;
    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    WhoWasFirstIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** The demo city has one decider for each service; here two inspectors share the post. */
    private void publishForTwo() {
        PackageFolder folder = PackageFolder.read("street-banner").json("item.json", item -> {
            item.put("code", TWO_DECIDERS);
            PackageFolder.in(item, "steps", "key", "decide").put("post", "urban/inspector");
        });
        city.as("admin")
                .post("/packages")
                .file("file", TWO_DECIDERS + ".zip", "application/zip", folder.zip())
                .send()
                .expect(200);
        Await.until(
                "the item for two",
                () -> city.nobody().get("/items/" + TWO_DECIDERS).status() == 200);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDecidesAndTheOtherIsTold() throws Exception {
        publishForTwo();
        Api citizen = city.as("chenjing");
        Api first = city.as("urban-inspector-1");
        Api second = city.as("urban-inspector-2");
        for (int round = 0; round < ROUNDS; round++) {
            String no = city.submit(citizen, draft(citizen));
            city.act(city.as("window-1"), no, "ACCEPT");
            city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
            ObjectNode grant =
                    city.action(first, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "第三条");
            ObjectNode deny =
                    city.action(second, no, "DECIDE", "decision", "DENY", "reason", "不符合。", "legalBasis", "第三条");
            List<Reply> replies = atOnce(
                    () -> first.post("/cases/" + no + "/actions", grant),
                    () -> second.post("/cases/" + no + "/actions", deny));
            Reply winner = only(replies, 200);
            only(replies, 409).problem(409, "ILLEGAL_ACTION");
            boolean granted = winner == replies.get(0);
            assertEquals(granted ? "GRANT" : "DENY", winner.text("/decision"));
            assertEquals(1, events(no, "CASE_DECIDED"));
            assertEquals(1, records(no, "DECISION"));
            city.settle();
            assertEquals(1, letters(no, granted ? "APPROVAL_DECISION" : "DENIAL_DECISION"));
            assertEquals(0, letters(no, granted ? "DENIAL_DECISION" : "APPROVAL_DECISION"));
            assertEquals(0, processes(no));
        }
    }

    private String draft(Api citizen) {
        JsonNode test = City.json("/packages/street-banner/tests/granted.json");
        String draft = city.draftWithout(citizen, TWO_DECIDERS, test.path("answers"));
        for (JsonNode key : test.at("/expect/materials")) {
            city.attach(citizen, draft, key.asText());
        }
        return draft;
    }

    @Test
    void theClerkAcceptsOrTheLawDoesButNotBoth() throws Exception {
        Api clerk = city.as("window-1");
        Api agent = city.as("wangqiang");
        for (int round = 0; round < ROUNDS; round++) {
            String no = city.submit(
                    agent,
                    city.draft(
                            agent, city.forCompany(agent, "food-business"), city.answers("food-business", "low-risk")));
            Instant over = over(city.see(agent, no), "ACCEPT");
            ObjectNode accept = city.action(clerk, no, "ACCEPT");
            List<Reply> replies = atOnce(() -> clerk.post("/cases/" + no + "/actions", accept), () -> city.nobody()
                    .put("/clock")
                    .json(Api.object("now", over.toString()))
                    .send());
            replies.get(1).expect(200);
            city.settle();
            boolean byClerk = replies.get(0).status() == 200;
            if (!byClerk) {
                JsonNode told = replies.get(0).expect(409).json();
                assertTrue(
                        told.path("detail").asText().contains("受理")
                                || told.path("code").asText().equals("STALE"),
                        told.toString());
            }
            assertEquals(byClerk ? 1 : 0, events(no, "CASE_ACCEPTED"));
            assertEquals(byClerk ? 0 : 1, events(no, "CASE_DEEMED_ACCEPTED"));
            assertEquals("ACCEPTED", city.see(agent, no).path("status").asText());
            assertEquals(1, letters(no, "ACCEPT_NOTICE"));
            assertEquals(1, processes(no));
            assertEquals(1, clocksRunning(no, "LEGAL"));
        }
    }

    @Test
    void theApplicantAnswersOrHisTimeIsOverButNotBoth() throws Exception {
        Api clerk = city.as("window-1");
        Api citizen = city.as("chenjing");
        for (int round = 0; round < ROUNDS; round++) {
            String no = city.submitted("chenjing", "elder-allowance");
            JsonNode answers = city.answers("elder-allowance");
            String field = answers.fieldNames().next();
            city.act(
                    clerk,
                    no,
                    "REQUEST_CORRECTION",
                    "demands",
                    List.of(Api.object("target", "answers." + field, "text", "请更正")));
            Instant over = over(city.see(citizen, no), "CORRECTION");
            ObjectNode supply = city.action(citizen, no, "SUPPLY_CORRECTION");
            supply.putObject("answers").set(field, answers.get(field));
            List<Reply> replies = atOnce(() -> citizen.post("/cases/" + no + "/actions", supply), () -> city.nobody()
                    .put("/clock")
                    .json(Api.object("now", over.toString()))
                    .send());
            replies.get(1).expect(200);
            city.settle();
            boolean answered = replies.get(0).status() == 200;
            if (!answered) {
                assertTrue(List.of("ILLEGAL_ACTION", "STALE")
                        .contains(replies.get(0).expect(409).text("/code")));
            }
            assertEquals(answered ? 1 : 0, events(no, "CORRECTION_SUPPLIED"));
            assertEquals(answered ? 0 : 1, events(no, "CORRECTION_EXPIRED"));
            String status = city.see(citizen, no).path("status").asText();
            assertEquals(answered ? "CORRECTION_SUBMITTED" : "TERMINATED", status);
            assertEquals(0, clocksRunning(no, "CORRECTION"));
        }
    }

    /** The first moment after the last good day. */
    private static Instant over(JsonNode view, String clock) {
        LocalDate due = LocalDate.parse(City.clock(view, clock).path("dueOn").asText());
        return due.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    private long events(String no, String type) {
        return db.number(
                "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ? AND e.type = ?",
                no,
                type);
    }

    private long records(String no, String kind) {
        return db.number(
                "SELECT count(*) FROM case_record r JOIN case_file c ON c.id = r.case_id"
                        + " WHERE c.case_no = ? AND r.kind = ?",
                no,
                kind);
    }

    private long letters(String no, String kind) {
        return db.number("SELECT count(*) FROM official_document WHERE case_no = ? AND kind = ?", no, kind);
    }

    private long processes(String no) {
        return db.number(
                "SELECT count(DISTINCT x.proc_inst_id_) FROM act_ru_execution x"
                        + " JOIN case_file c ON c.process_id = x.proc_inst_id_ WHERE c.case_no = ?",
                no);
    }

    private long clocksRunning(String no, String kind) {
        return db.number(
                "SELECT count(*) FROM case_clock k JOIN case_file c ON c.id = k.case_id"
                        + " WHERE c.case_no = ? AND k.kind = ? AND k.state IN ('RUNNING', 'PAUSED')",
                no,
                kind);
    }

    private static Reply only(List<Reply> replies, int status) {
        List<Reply> those = replies.stream().filter(r -> r.status() == status).toList();
        assertEquals(1, those.size(), replies.toString());
        return those.get(0);
    }

    @SafeVarargs
    private List<Reply> atOnce(Callable<Reply>... calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.length);
        List<Future<Reply>> running = new ArrayList<>();
        for (Callable<Reply> call : calls) {
            running.add(threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                return call.call();
            }));
        }
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> one : running) {
            replies.add(one.get(60, TimeUnit.SECONDS));
        }
        return replies;
    }
}
