package org.yiwang.test.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.doctor.Audit;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.scenario.City;
import org.yiwang.test.scenario.PackageFolder;

/**
 * 一个节点停掉: two nodes on one database under load, one of them dies over its work, and everybody goes on through nginx.
 * The story is told once, before all; each test looks at one thing that must hold after it.
 */
class TwoNodesIT {

    /** So many submissions and acceptances have been answered when it happens, of some 36. */
    private static final int FATAL = 9;

    /** The lease of the dead has to run out first; then one node does the work of two. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(120);

    private static final String BANK = "云州银行东城支行（停机之前保存）";

    /** So many cases wait while the calendar changes. */
    private static final int COUNTED = 8;

    private static final List<String> counted = new ArrayList<>();

    private static TwoNodes nodes;
    private static ImportedService imported;
    private static Db db;
    private static City city;
    private static Load load;
    private static List<Long> held;
    private static Visitor citizen;
    private static String savedDraft;
    private static HttpResponse<String> openSection;
    private static Visitor clerk;
    private static String waitingCase;
    private static HttpResponse<String> openDesk;

    @BeforeAll
    static void oneOfThemDies() throws Exception {
        nodes = TwoNodes.start();
        db = nodes.db();
        city = new City(Api.trusting(nodes.url()).resending());
        for (PortalServer node : nodes.nodes()) {
            Api.at(node.url()).get("/health/ready").expect(200);
        }
        theCityRestsAfterAll();
        whatTheFirstPublishesTheSecondFinds();
        imported = ImportedService.at(nodes);
        peopleSitAtTheFirstNode();
        AtomicReference<List<Long>> messages = new AtomicReference<>();
        load = new Load(city, FATAL, () -> messages.set(nodes.killTheFirstOverItsWork()));
        load.prepare();
        load.run();
        held = messages.get();
        Await.until(
                "all messages are delivered",
                TAKEN_OVER,
                () -> db.number("SELECT count(*) FROM outbox" + " WHERE state <> 'DONE'") == 0);
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    /** The last promised day is given away while both nodes are alive and look after the clocks. */
    private static void theCityRestsAfterAll() {
        for (int i = 0; i < COUNTED; i++) {
            String no = city.submitted("chenjing", "elder-allowance");
            city.act(city.as("window-1"), no, "ACCEPT");
            counted.add(no);
        }
        String last = db.text(
                "SELECT CAST(max(k.due_on) AS text) FROM case_clock k JOIN case_file c ON c.id = k.case_id"
                        + " WHERE k.kind = 'PROMISE' AND c.case_no = ?",
                counted.get(0));
        int year = LocalDate.parse(last).getYear();
        ObjectNode calendar =
                Api.object("format", 1, "region", "999900", "year", year, "status", "OFFICIAL", "paper", "云州市人民政府通告");
        calendar.putArray("holidays")
                .addObject()
                .put("name", "台风停业")
                .put("from", last)
                .put("to", last);
        Api admin = city.as("admin");
        admin.put("/calendars/999900/" + year).json(calendar).send().expect(200);
        Await.until(
                "every open case is counted by the new calendar",
                TAKEN_OVER,
                () -> admin.get("/calendars").expect(200).number("/casesToRecount") == 0);
    }

    /** Nobody asks the first one: the second has to see for itself that its index is old. */
    private static void whatTheFirstPublishesTheSecondFinds() {
        Api second = Api.at(nodes.nodes().get(1).url());
        assertFalse(found(second), "nobody has published it yet");
        PackageFolder folder = PackageFolder.read("street-banner");
        new City(Api.at(nodes.nodes().get(0).url()))
                .as("admin")
                .post("/packages")
                .file("file", "street-banner.zip", "application/zip", folder.zip())
                .send()
                .expect(200);
        Await.until("the second node finds it", () -> found(second));
    }

    private static boolean found(Api node) {
        return node.get("/items?q=xuanchuanhengfu").expect(200).body().contains("street-banner");
    }

    private static void peopleSitAtTheFirstNode() {
        citizen = new Visitor(nodes.url()).of("node1").signIn("chenjing");
        savedDraft = city.draft(
                city.as("chenjing"), Api.object("itemCode", "elder-allowance"), city.answers("elder-allowance"));
        HttpResponse<String> section = citizen.get(payment());
        assertEquals(303, citizen.post(payment(), typed(section, BANK)).statusCode());
        openSection = citizen.get(payment());

        waitingCase = city.submitted("chenjing", "elder-allowance");
        clerk = IntStream.range(0, 30)
                .mapToObj(i -> new Visitor(nodes.url()).signIn("window-1"))
                .filter(visitor -> {
                    visitor.get("/desk/inbox");
                    return visitor.cookie("yiwang_node").orElse("").equals("node1");
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody came to the first node"));
        openDesk = clerk.get("/desk/case?no=" + waitingCase);
        assertEquals(200, openDesk.statusCode());
        clerk.get("/desk/notices");
        clerk.get("/desk/notices");
        clerk.get("/desk/notices");
    }

    private static String payment() {
        return "/apply/" + savedDraft + "/section/payment";
    }

    private static Map<String, String> typed(HttpResponse<String> page, String bank) {
        Map<String, String> fields = new HashMap<>(Visitor.form(page, "method=\"post\" action=\"" + payment()));
        fields.put("bankName", bank);
        fields.put("_do", "leave");
        return fields;
    }

    /** 事项即数据: new questions, a new route, a new document; neither node was started anew. */
    @Test
    void aServiceThatIsImportedAtOneNodeIsUsedOnBoth() {
        assertEquals(List.of(1L, 1L), imported.offered, "each offers it");
        assertEquals(List.of("review", "crowd", "decide"), imported.way, "by the route that the answers call for");
        assertEquals("COMPLETED", imported.end.path("status").asText());
        assertTrue(
                imported.end.path("documents").findValuesAsText("title").contains("灯会举办证"),
                imported.end.path("documents").toString());
        assertEquals(2, imported.papers.size());
        for (byte[] paper : imported.papers) {
            assertTrue(new String(paper, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-"));
        }
    }

    @Test
    void aNewCalendarCountsEachCaseOnceThoughBothNodesLook() {
        assertEquals(
                List.of(Map.of("cases", (long) COUNTED, "events", (long) COUNTED)),
                db.rows("SELECT count(DISTINCT c.case_no) AS cases, count(*) AS events FROM case_event e"
                        + " JOIN case_file c ON c.id = e.case_id WHERE e.type = 'CALENDAR_CHANGED'"));
        for (String no : counted) {
            assertEquals(
                    1,
                    db.number(
                            "SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.calendar'"
                                    + " AND recipient LIKE 'party:%'",
                            no),
                    "the applicant is told once");
        }
    }

    @Test
    void everySubmissionThatWasAnsweredIsOneCase() {
        assertEquals(24, load.submitted().size(), "every client had its answers");
        for (Load.Submitted one : load.submitted()) {
            assertEquals(
                    List.of(Map.of("case_no", one.caseNo())),
                    db.rows("SELECT case_no FROM case_file WHERE draft_id = ?", UUID.fromString(one.draft())));
        }
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM (SELECT draft_id FROM case_file GROUP BY draft_id HAVING count(*) > 1) d"));
    }

    @Test
    void everyReplyWasStoredOnceAndIsGivenAgain() {
        for (Load.Answered one : load.answered()) {
            assertEquals(1, db.number("SELECT count(*) FROM idempotency WHERE key = ?", one.key()), one.path());
            assertEquals(
                    one.reply().body(), one.again().expect(one.reply().status()).body());
        }
        for (Load.Submitted one : load.submitted()) {
            for (String type : List.of("CASE_SUBMITTED", "CASE_ACCEPTED")) {
                long events = db.number(
                        "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                + " WHERE c.case_no = ? AND e.type = ?",
                        one.caseNo(),
                        type);
                assertEquals(1, events, type + " of " + one.caseNo());
            }
        }
    }

    @Test
    void whatTheDeadNodePublishedIsFoundAtTheOther() {
        assertTrue(found(Api.trusting(nodes.url())));
    }

    @Test
    void theLegalRecordIsWhole() {
        assertTrue(Audit.verify(nodes.data()));
    }

    @Test
    void engineAndCasesAgree() {
        String open =
                "status NOT IN ('COMPLETED', 'NOT_ACCEPTED', 'NO_LICENCE_NEEDED', 'WITHDRAWN', 'APPROVED', 'DENIED')"
                        + " AND process_id IS NOT NULL";
        assertTrue(db.number("SELECT count(*) FROM case_file WHERE " + open) >= 12, "there are processes to look at");
        assertEquals(
                List.of(),
                db.rows("SELECT process_id AS p FROM case_file WHERE " + open
                        + " EXCEPT SELECT proc_inst_id_ FROM act_ru_execution"),
                "open cases without a process");
        assertEquals(
                List.of(),
                db.rows("SELECT proc_inst_id_ AS p FROM act_ru_execution EXCEPT SELECT process_id FROM case_file WHERE "
                        + open),
                "processes without an open case");
        assertEquals(
                db.rows("SELECT c.process_id AS p, w.task_id AS t FROM work_item w JOIN case_file c ON c.id = w.case_id"
                        + " WHERE w.task_id <> '' ORDER BY 1, 2"),
                db.rows("SELECT t.proc_inst_id_ AS p, t.id_ AS t FROM act_ru_task t"
                        + " JOIN case_file c ON c.process_id = t.proc_inst_id_ ORDER BY 1, 2"),
                "work list and tasks");
    }

    @Test
    void whatTheDeadNodeHeldWasTakenOver() {
        assertFalse(held.isEmpty());
        for (long id : held) {
            assertEquals("DONE", db.text("SELECT state FROM outbox WHERE id = ?", id));
        }
        assertEquals(0, db.number("SELECT count(*) FROM outbox WHERE lease IS NOT NULL"));
    }

    @Test
    void everyLetterIsRegisteredOnceAndNoNumberIsMissing() {
        assertEquals(
                List.of(), db.rows("SELECT case_no, kind, state FROM official_document WHERE state <> 'REGISTERED'"));
        assertEquals(
                List.of(),
                db.rows("SELECT case_no, kind FROM official_document GROUP BY case_no, kind HAVING count(*) > 1"));
        assertEquals(
                db.rows("SELECT organisation AS o, series AS s, last AS n FROM number_series ORDER BY 1, 2"),
                db.rows("SELECT issuer AS o, series AS s, count(DISTINCT number) AS n FROM official_document"
                        + " WHERE number IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"),
                "as many numbers given as taken");
    }

    @Test
    void aCitizenIsStillSignedInAndGoesOnWhereHeWas() {
        HttpResponse<String> mine = citizen.get("/my/cases");
        assertEquals(200, mine.statusCode());
        assertTrue(mine.body().contains(savedDraft), "his draft is there");
        assertTrue(citizen.get(payment()).body().contains(BANK), "with what he had saved");

        HttpResponse<String> sent = citizen.post(payment(), typed(openSection, BANK + "二"));
        assertEquals(303, sent.statusCode(), "a form that the dead node had made is taken");
        assertTrue(citizen.get(payment()).body().contains(BANK + "二"));
    }

    @Test
    void anOfficerStaysAtHisNodeAndGoesOnAtTheOther() {
        String first = TwoNodes.address(nodes.nodes().get(0));
        assertEquals(List.of(first, first, first), nodes.answeredBy("/desk/notices"));
        Map<String, String> form = new HashMap<>(Visitor.form(openDesk, "id=\"ACCEPT\""));
        assertEquals("stateless", form.get("jakarta.faces.ViewState"), "a page keeps nothing at its node");
        form.put("ACCEPT:go", "");

        HttpResponse<String> done = clerk.post("/desk/case", form);
        assertEquals(302, done.statusCode(), done.body());
        assertTrue(done.headers().firstValue("Location").orElse("").endsWith("&done=ACCEPT"));
        HttpResponse<String> shown = clerk.get("/desk/case?no=" + waitingCase + "&done=ACCEPT");
        assertTrue(shown.body().contains("已受理，受理通知书正在制作"));
        HttpResponse<String> again = clerk.post("/desk/case", form);
        assertEquals(200, again.statusCode());
        assertTrue(again.body().contains("没有办成，请看下面的说明"), "pressed again, it is said and not done");
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                + " WHERE c.case_no = ? AND e.type = 'CASE_ACCEPTED'",
                        waitingCase));
    }

    @Test
    void aNodeKeepsToItsShareOfConnections() {
        long open = db.number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'yiwang'");
        assertTrue(open >= 2 && open <= TwoNodes.CONNECTIONS, open + " connections of the one that is left");
    }

    @Test
    void everyRequestIsAnsweredByTheOther() {
        Api api = Api.trusting(nodes.url());
        for (int i = 0; i < 20; i++) {
            api.get("/health/ready").expect(200);
        }
    }
}
