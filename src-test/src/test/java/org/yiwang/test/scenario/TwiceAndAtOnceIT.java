package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 重复与并发: the same request twice does one thing, and of two who want the same at once one wins and the other is told. */
@OnServer
class TwiceAndAtOnceIT {

    private static final int ROUNDS = 4;

    private final City city;
    private final Db db;
    private final CaseTraces traces;
    private final Api citizen;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    TwiceAndAtOnceIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.traces = new CaseTraces(city, db);
        this.citizen = city.as("chenjing");
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void theSameRequestAgainHasTheSameReplyAndMakesOneCase() {
        String draft = city.draft(citizen, "elder-allowance");
        String key = UUID.randomUUID().toString();
        Reply first = submit(draft, key).expect(201);
        Reply again = submit(draft, key).expect(201);
        assertEquals(first.body(), again.body());
        assertEquals(1, traces.casesOf(draft));
    }

    @Test
    void theKeyOfOneRequestIsRefusedForAnother() {
        String no = city.submitted("chenjing", "elder-allowance");
        String key = UUID.randomUUID().toString();
        ObjectNode urge = city.action(citizen, no, "URGE");
        citizen.post("/cases/" + no + "/actions").key(key).json(urge).send().expect(200);
        ObjectNode other = city.action(citizen, no, "WITHDRAW");
        traces.unchanged(no, () -> citizen.post("/cases/" + no + "/actions")
                .key(key)
                .json(other)
                .send()
                .problem(422, "IDEMPOTENCY_KEY_REUSED"));
        Reply stranger = city.as("wangqiang")
                .post("/cases/" + no + "/actions")
                .key(key)
                .json(urge)
                .send();
        stranger.problem(404, "NOT_FOUND");
    }

    @Test
    void aRequestWithoutAKeyIsTurnedAwayBeforeAnythingHappens() {
        String draft = city.draft(citizen, "elder-allowance");
        citizen.post("/drafts/" + draft + "/submission")
                .key(null)
                .json(Api.object())
                .send()
                .problem(428, "IDEMPOTENCY_KEY_REQUIRED");
        citizen.post("/drafts/" + draft + "/submission")
                .key("short")
                .json(Api.object())
                .send()
                .problem(400, "IDEMPOTENCY_KEY_MALFORMED");
        assertEquals(0, traces.casesOf(draft));
    }

    @Test
    void whatWasRefusedMayBeTriedAgainWithTheSameKey() {
        String draft = city.draftWithout(citizen, "residence-permit", city.answers("residence-permit"));
        String key = UUID.randomUUID().toString();
        submit(draft, key).problem(422, "INVALID");
        city.attach(citizen, draft, "photo");
        city.attach(citizen, draft, "employment-proof");
        submit(draft, key).expect(201);
        assertEquals(1, traces.casesOf(draft));
    }

    @Test
    void submittingTwiceAtOnceMakesOneCase() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String draft = city.draft(citizen, "elder-allowance");
            String key = UUID.randomUUID().toString();
            List<Reply> replies = atOnce(List.of(
                    () -> submit(draft, key),
                    () -> submit(draft, key),
                    () -> submit(draft, UUID.randomUUID().toString())));
            assertEquals(
                    1,
                    replies.stream()
                            .map(r -> r.expect(201).text("/caseNo"))
                            .distinct()
                            .count());
            assertEquals(1, traces.casesOf(draft));
        }
    }

    @Test
    void twoOfficersWhoTakeTheSameWorkAtOnceHaveOneWinner() throws Exception {
        Api first = city.as("post-officer-1");
        Api second = city.as("post-officer-2");
        for (int round = 0; round < ROUNDS; round++) {
            String no = city.submitted("chenjing", "residence-permit");
            city.act(city.as("window-1"), no, "ACCEPT");
            ObjectNode mine = city.action(first, no, "CLAIM");
            ObjectNode his = city.action(second, no, "CLAIM");
            List<Reply> replies = atOnce(List.of(
                    () -> first.post("/cases/" + no + "/actions", mine),
                    () -> second.post("/cases/" + no + "/actions", his)));
            oneWinner(replies, "STALE");
            assertEquals(
                    1,
                    db.number(
                            "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                    + " WHERE c.case_no = ? AND e.type = 'WORK_CLAIMED'",
                            no));
        }
    }

    @Test
    void whoWithdrawsWhileAnOfficerDecidesWinsOrIsToldThatItIsDecided() throws Exception {
        Api director = city.as("civil-director");
        for (int round = 0; round < ROUNDS; round++) {
            String no = city.submitted("chenjing", "elder-allowance");
            city.act(city.as("window-1"), no, "ACCEPT");
            city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
            ObjectNode decide =
                    city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "第三条");
            ObjectNode withdraw = city.action(citizen, no, "WITHDRAW");
            List<Reply> replies = atOnce(List.of(
                    () -> director.post("/cases/" + no + "/actions", decide),
                    () -> citizen.post("/cases/" + no + "/actions", withdraw)));
            oneWinner(replies, "ILLEGAL_ACTION");
            boolean decided = replies.get(0).status() == 200;
            city.settle();
            assertEquals(
                    decided ? "COMPLETED" : "WITHDRAWN",
                    city.see(citizen, no).path("status").asText());
            assertEquals(
                    0,
                    db.number(
                            "SELECT count(*) FROM act_ru_execution x JOIN case_file c ON c.process_id = x.proc_inst_id_"
                                    + " WHERE c.case_no = ?",
                            no));
            assertEquals(0, db.number("SELECT count(*) FROM work_item WHERE case_no = ?", no));
        }
    }

    @Test
    void draftsAreNotOverwrittenUnseen() {
        String draft = citizen.post("/drafts", Api.object("itemCode", "elder-allowance"))
                .expect(201)
                .text("/id");
        String at = "/drafts/" + draft + "/answers";
        citizen.put(at).json(Api.object("bankName", "甲")).send().problem(428, "IF_MATCH_REQUIRED");
        citizen.put(at).ifMatch("1").json(Api.object("bankName", "甲")).send().expect(200);
        citizen.put(at).ifMatch("1").json(Api.object("bankName", "乙")).send().expect(409, 412);
        assertEquals("甲", citizen.get("/drafts/" + draft).text("/answers/bankName"));
    }

    private Reply submit(String draft, String key) {
        return citizen.post("/drafts/" + draft + "/submission")
                .key(key)
                .json(Api.object())
                .send();
    }

    private static void oneWinner(List<Reply> replies, String loserIsTold) {
        assertEquals(1, replies.stream().filter(r -> r.status() == 200).count(), replies.toString());
        for (Reply reply : replies) {
            if (reply.status() != 200) {
                reply.problem(409, loserIsTold);
            }
        }
    }

    private List<Reply> atOnce(List<Callable<Reply>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
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
