package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.bench.HeldOutbox;
import org.yiwang.test.bench.Statements;
import org.yiwang.test.bench.Statements.Owner;

/**
 * 动作的开销: each action is one commit and at most twelve statements of ours, whoever asks and however much belongs to the
 * case; {@code docs/performance.md} has the numbers. Whole lives are lived until each action was once seen within its
 * limits: the server's own rounds may fall into any of them, and caches and blocks of ids are filled by the first. What
 * others do only adds to a count, so the cheapest count is the true one.
 */
@OnServer
class CostOfActionsIT {

    private static final int MOST = 12;
    private static final int MOST_LIVES = 12;
    private static final Map<String, String> BANK = Map.of("target", "answers.bankAccount", "text", "银行卡号与户名不符，请核对。");

    private final City city;
    private final Db db;
    private final Map<String, Statements> costs = new LinkedHashMap<>();

    CostOfActionsIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
    }

    @Test
    void everyActionIsOneCommitAndFewStatements() {
        city.settle();
        try (HeldOutbox held = new HeldOutbox(db)) {
            int lives = 0;
            do {
                roadDig();
                corrected();
                instant();
                promised();
            } while (++lives < MOST_LIVES && !costs.values().stream().allMatch(CostOfActionsIT::withinLimits));
        }
        city.settle();
        assertEquals(29, costs.size(), costs.keySet().toString());
        assertAll(costs.entrySet().stream().map(cost -> () -> {
            Statements statements = cost.getValue();
            String all = cost.getKey() + ", every statement:\n" + statements.listed(1);
            assertTrue(statements.of(Owner.OURS) <= MOST, all);
            assertEquals(1, statements.commits(), all);
        }));
    }

    /** Each case by itself, in the background: so many more cases cost so many times the same. */
    @Test
    void handingOverACaseCostsWhatAnActionCosts() {
        int many = 6;
        Statements cheapest = null;
        for (int life = 0; life < 3; life++) {
            Statements one = handover(1);
            Statements more = handover(1 + many).minus(one);
            if (cheapest == null || more.of(Owner.OURS) < cheapest.of(Owner.OURS)) {
                cheapest = more;
            }
        }
        String all = "of " + many + " cases:\n" + cheapest.listed(many);
        assertTrue(cheapest.of(Owner.OURS) <= (long) MOST * many, all);
    }

    /** What a hand-over of so many cases costs in all, from the order to the last of them. */
    private Statements handover(int cases) {
        Api reviewer = city.as("street-reviewer");
        for (int i = 0; i < cases; i++) {
            city.act(reviewer, accepted("elder-allowance"), "CLAIM");
        }
        city.settle();
        Statements before = Statements.read(db);
        String batch = city.as("admin")
                .post("/handovers", Api.object("staffNo", "YZ1006", "toStaffNo", "YZ1007", "closes", false))
                .expect(202)
                .text("/id");
        Await.until("handed over", () -> db.text(
                        "SELECT CAST(finished_at IS NOT NULL AS text) FROM batch WHERE id = CAST(? AS uuid)", batch)
                .equals("true"));
        Statements cost = Statements.read(db).minus(before);
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM batch_line WHERE batch_id = CAST(? AS uuid) AND state <> 'DONE'", batch));
        return cost;
    }

    private String accepted(String item) {
        String no = city.submitted("chenjing", item);
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private static boolean withinLimits(Statements statements) {
        return statements.of(Owner.OURS) <= MOST && statements.commits() == 1;
    }

    private void roadDig() {
        Api agent = city.as("wangqiang");
        String draft = city.draft(agent, city.forCompany(agent, "road-dig"), city.answers("road-dig"));
        String no = submit("SUBMIT by an agent", agent, draft);
        act("ACCEPT", city.as("window-1"), no, "ACCEPT");
        act("REVIEW, one of two", city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        act("REVIEW, both in", city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        act(
                "RECORD_SITE_CHECK",
                city.as("urban-inspector-1"),
                no,
                "RECORD_SITE_CHECK",
                "withStaffNo",
                "YZ1018",
                "checkedAt",
                city.now().toString(),
                "place",
                "东湖路",
                "findings",
                "与平面图一致。",
                "passed",
                true,
                "signature",
                "SIGNED",
                "party",
                "在场负责人");
        Api lead = city.as("urban-reviewer");
        act("CLAIM", lead, no, "CLAIM");
        together(lead, no);
        act("REVIEW, the whole", lead, no, "REVIEW", "opinion", "AGREE", "text", "各方同意。");
        act(
                "DECIDE",
                city.as("urban-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "《城市道路管理条例》第三十三条");
        act("PAY", agent, no, "PAY", "reference", "PAY-" + no);
    }

    /** What officers do among themselves, and a way back from behind the join into one branch. */
    private void together(Api lead, String no) {
        act("DELEGATE", lead, no, "DELEGATE", "toStaffNo", "YZ1017", "request", "请核对。");
        act("REPORT_BACK", city.as("urban-inspector-1"), no, "REPORT_BACK", "text", "已核对。");
        act("ADD_SIGNER", lead, no, "ADD_SIGNER", "toStaffNo", "YZ1018", "place", "BEFORE", "reason", "请看。");
        act("REVIEW by a signer", city.as("urban-inspector-2"), no, "REVIEW", "opinion", "AGREE", "text", "可以。");
        String tomorrow = city.today().plusDays(1).toString();
        act(
                "ASK_OPINION",
                lead,
                no,
                "ASK_OPINION",
                "post",
                "fire/reviewer",
                "question",
                "有无意见？",
                "dueOn",
                tomorrow,
                "first",
                false);
        act("ANSWER_OPINION", city.as("fire-reviewer"), no, "ANSWER_OPINION", "text", "没有意见。");
        act("COPY", lead, no, "COPY", "toStaffNos", List.of("YZ1024"));
        act("RETURN into a branch", lead, no, "RETURN", "reason", "请补充。", "toStep", "traffic-review");
        act("REVIEW, again", city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "已补充。");
        city.visitRoad(no);
    }

    private void corrected() {
        Api citizen = city.as("chenjing");
        String no = submit("SUBMIT", citizen, city.draft(citizen, "elder-allowance"));
        act("REQUEST_CORRECTION", city.as("window-1"), no, "REQUEST_CORRECTION", "demands", List.of(BANK));
        act(
                "SUPPLY_CORRECTION",
                citizen,
                no,
                "SUPPLY_CORRECTION",
                "answers",
                Api.object("bankAccount", "6222000000000000999"));
    }

    private void instant() {
        Api citizen = city.as("chenjing");
        submit("SUBMIT, granted at once", citizen, city.draft(citizen, "cross-medical"));
    }

    private void promised() {
        Promise promise = new Promise(city);
        Api citizen = city.as("chenjing");
        String draft = promise.draftWithout(citizen, Api.object("itemCode", "maternity-allowance"), "leave-proof");
        promise.later(citizen, draft, "leave-proof", 5, "陈静").expect(200);
        String no = submit("SUBMIT with a promise", citizen, draft);
        act("ACCEPT_DEFERRED", city.as("window-1"), no, "ACCEPT_DEFERRED");
        city.act(city.as("medical-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "属实。");
        act(
                "DECIDE, papers to follow",
                city.as("medical-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "《社会保险法》第五十六条");
        act("SUPPLY_DEFERRED", citizen, no, "SUPPLY_DEFERRED", "files", promise.files(citizen, no, "leave-proof"));
        String sign = promise.draftWithout(citizen, Api.object("itemCode", "self-employed"), "premises-proof");
        promise.commit(citizen, sign, "陈静").expect(200);
        String granted = submit("SUBMIT with a commitment, granted at once", citizen, sign);
        Api inspector = city.as("market-inspector-1");
        act(
                "VERIFY_COMMITMENT, untrue",
                inspector,
                granted,
                "VERIFY_COMMITMENT",
                "result",
                "RESCIND",
                "evidence",
                "场所并不存在。");
        city.act(citizen, granted, "STATE_DEFENCE", "text", "已经搬走。");
        act(
                "RESCIND",
                city.as("supervisor"),
                granted,
                "RESCIND",
                "rescind",
                false,
                "reason",
                "已经补正登记。",
                "legalBasis",
                "《市场主体登记管理条例》第四十条");
    }

    private String submit(String name, Api who, String draft) {
        Statements before = Statements.read(db);
        String no = city.submit(who, draft);
        count(name, Statements.read(db).minus(before));
        return no;
    }

    private void act(String name, Api who, String caseNo, String action, Object... fields) {
        ObjectNode body = city.action(who, caseNo, action, fields);
        Statements before = Statements.read(db);
        who.post("/cases/" + caseNo + "/actions", body).expect(200);
        count(name, Statements.read(db).minus(before));
    }

    private void count(String name, Statements cost) {
        costs.merge(name, cost, (a, b) -> withinLimits(a) ? a : b);
    }
}
