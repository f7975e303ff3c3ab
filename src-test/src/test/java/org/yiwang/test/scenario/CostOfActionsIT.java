package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final int LIVES = 4;
    private static final Map<String, String> BANK = Map.of("target", "answers.bankAccount", "text", "银行卡号与户名不符，请核对。");

    private final City city;
    private final Db db;
    private final Map<String, Statements> costs = new LinkedHashMap<>();
    private final List<String> toFetch = new ArrayList<>();
    private final List<String> toPost = new ArrayList<>();
    private final List<String> toServe = new ArrayList<>();

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
        allWithinLimits();
    }

    @Test
    void whatIsDoneBesideAndAfterADecisionIsOneCommitToo() {
        prepare();
        city.settle();
        try (HeldOutbox held = new HeldOutbox(db)) {
            int lives = 0;
            do {
                signed();
                avoided();
                urgent();
                handedOut(lives);
                rescinded();
                shown();
            } while (++lives < LIVES && !costs.values().stream().allMatch(CostOfActionsIT::withinLimits));
        }
        city.settle();
        assertEquals(25, costs.size(), costs.keySet().toString());
        allWithinLimits();
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

    private void allWithinLimits() {
        assertAll(costs.entrySet().stream().map(cost -> () -> {
            Statements statements = cost.getValue();
            String all = cost.getKey() + ", every statement:\n" + statements.listed(1);
            assertTrue(statements.of(Owner.OURS) <= MOST, all);
            assertEquals(1, statements.commits(), all);
        }));
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
                Api.object("bankAccount", "6222000000000000996"));
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

    /** Cases whose papers are in the register before the outbox is held: to be made, posted, handed out and served. */
    private void prepare() {
        for (int i = 0; i < LIVES; i++) {
            toFetch.add(decided("PICKUP", "GRANT"));
            toPost.add(decided("POST", "GRANT"));
            toServe.add(decided("PICKUP", "DENY"));
        }
    }

    private String decided(String method, String decision) {
        Api citizen = city.as("chenjing");
        String draft = city.draft(citizen, "senior-meals");
        ObjectNode choice = Api.object("method", method, "eServiceConsent", false);
        if (method.equals("POST")) {
            choice.put("address", "云州市云东区湖滨路18号2幢301室").put("phone", "13800138000");
        }
        city.serve(citizen, draft, choice);
        String no = city.submit(citizen, draft);
        city.act(city.as("window-1"), no, "ACCEPT");
        String opinion = decision.equals("GRANT") ? "AGREE" : "DISAGREE";
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", opinion, "text", "已核对。");
        city.act(
                city.as("civil-director"),
                no,
                "DECIDE",
                "decision",
                decision,
                "reason",
                "依核对意见。",
                "legalBasis",
                "办理规程");
        return no;
    }

    /** 会签、或签、收回. */
    private void signed() {
        String joint = accepted("ngo-register");
        Api civil = city.as("civil-reviewer");
        city.act(civil, joint, "DELEGATE", "toStaffNo", "YZ1005", "request", "请核对。");
        act("TAKE_BACK", civil, joint, "TAKE_BACK", "workItemId", work(civil, joint));
        city.act(civil, joint, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        act(
                "REVIEW, one of two signatures",
                city.as("street-reviewer"),
                joint,
                "REVIEW",
                "opinion",
                "AGREE",
                "text",
                "同意。");
        act("REVIEW, the last signature", city.as("post-reviewer"), joint, "REVIEW", "opinion", "AGREE", "text", "同意。");
        String either = accepted("senior-meals");
        act("REVIEW, the first of two", city.as("civil-reviewer"), either, "REVIEW", "opinion", "AGREE", "text", "同意。");
        act("TRANSFER", claimed(either), either, "TRANSFER");
    }

    private Api claimed(String no) {
        Api director = city.as("civil-director");
        city.act(director, no, "CLAIM");
        return director;
    }

    private void avoided() {
        String no = accepted("elder-allowance");
        act("URGE", city.as("chenjing"), no, "URGE");
        act("DECLARE_AVOIDANCE", city.as("street-reviewer"), no, "DECLARE_AVOIDANCE", "reason", "申请人是我的邻居。");
        Api head = city.as("street-director");
        act("REASSIGN", head, no, "REASSIGN", "workItemId", work(head, no), "toStaffNo", "YZ1007", "reason", "原承办人回避。");
        act("REQUEST_AVOIDANCE", city.as("chenjing"), no, "REQUEST_AVOIDANCE", "reason", "有纠纷。");
        act(
                "DECIDE_AVOIDANCE",
                city.as("civil-director"),
                no,
                "DECIDE_AVOIDANCE",
                "approved",
                true,
                "reason",
                "属实。",
                "staffNos",
                List.of("YZ1007"));
    }

    private void urgent() {
        Api citizen = city.as("chenjing");
        String draft = city.draftWithout(
                citizen, "temp-relief", city.answers("temp-relief").put("emergency", true));
        city.attach(citizen, draft, "id-card");
        String no = city.submit(citizen, draft);
        act(
                "ORDER_URGENT",
                city.as("street-director"),
                no,
                "ORDER_URGENT",
                "ground",
                "medical",
                "reason",
                "医院来电核实。",
                "later",
                List.of("means-declaration"));
        ObjectNode file = Api.object("requirement", "means-declaration");
        file.put(
                "fileId",
                citizen.post("/cases/" + no + "/files")
                        .file("file", "a.pdf", "application/pdf", City.pdf())
                        .send()
                        .expect(201)
                        .text("/id"));
        act("SUPPLY_LATER", citizen, no, "SUPPLY_LATER", "files", List.of(file));
        city.act(city.as("window-1"), no, "ACCEPT");
        act("CONFIRM_LATER", city.as("street-reviewer"), no, "CONFIRM_LATER", "findings", "齐全。");
    }

    private void handedOut(int life) {
        Api window = city.as("result-1");
        String fetched = toFetch.get(life);
        act("CERTIFY", window, fetched, "CERTIFY", "serialNo", "YD" + fetched.substring(13));
        act(
                "DELIVER",
                window,
                fetched,
                "DELIVER",
                "receiver",
                "陈静",
                "idNumber",
                "999999199304180020",
                "identityChecked",
                true);
        String posted = toPost.get(life);
        city.act(window, posted, "CERTIFY", "serialNo", "YP" + posted.substring(13));
        act("DISPATCH", window, posted, "DISPATCH", "trackingNo", "EMS" + posted.substring(10));
        act("RECORD_MAIL", window, posted, "RECORD_MAIL", "outcome", "RECEIVED", "receiver", "陈静");
        String served = toServe.get(life);
        String letter = City.document(city.see(window, served), "DENIAL_DECISION");
        act("SERVE", window, served, "SERVE", "document", letter, "way", "DIRECT", "place", "综合窗口", "receiver", "陈静");
        String changed = accepted("senior-meals");
        act(
                "CHANGE_SERVICE",
                city.as("chenjing"),
                changed,
                "CHANGE_SERVICE",
                "method",
                "PICKUP",
                "eServiceConsent",
                false);
    }

    private void rescinded() {
        Promise promise = new Promise(city);
        Api citizen = city.as("chenjing");
        String draft = promise.draftWithout(citizen, Api.object("itemCode", "self-employed"), "premises-proof");
        promise.commit(citizen, draft, "陈静").expect(200);
        String no = city.submit(citizen, draft);
        city.act(city.as("market-inspector-1"), no, "VERIFY_COMMITMENT", "result", "RESCIND", "evidence", "场所并不存在。");
        act("STATE_DEFENCE", citizen, no, "STATE_DEFENCE", "text", "已经搬走。");
        act(
                "RESCIND, granted before",
                city.as("supervisor"),
                no,
                "RESCIND",
                "rescind",
                true,
                "finding",
                "登记的场所并不存在。",
                "byVerification",
                true,
                "reason",
                "承诺不实。",
                "legalBasis",
                "《行政许可法》第六十九条");
        // Whoever broke his word is listed and may promise nothing more; the next life begins anew.
        promise.clear(citizen);
    }

    /** 公示、异议、轮候. */
    private void shown() {
        Api citizen = city.as("chenjing");
        String no = accepted("public-rental");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "审核通过。");
        Api director = city.as("housing-director");
        act("START_PUBLICITY", director, no, "START_PUBLICITY", "proposal", "拟确认公租房保障资格");
        String notice = director.get("/publicity/cases/" + no).expect(200).text("/running");
        Statements before = Statements.read(db);
        String objection = city.as("wangqiang")
                .post("/publicity/" + notice + "/objections", Api.object("reason", "名下另有住房。"))
                .expect(201)
                .text("/id");
        count("an objection", Statements.read(db).minus(before));
        act(
                "ANSWER_OBJECTION",
                director,
                no,
                "ANSWER_OBJECTION",
                "objection",
                objection,
                "upheld",
                false,
                "answer",
                "经核实，名下没有其他住房。");
        city.move(Duration.ofDays(11));
        act(
                "DECIDE, into the waiting list",
                director,
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "公示期满，异议不成立。",
                "legalBasis",
                "公共租赁住房管理办法第十条");
    }

    private String accepted(String item) {
        String no = city.submitted("chenjing", item);
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private String work(Api who, String no) {
        return city.see(who, no).at("/workItems/0/id").asText();
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
