package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/**
 * 事项的一生: drawn up, proved, reviewed by somebody else, in use from a day on, suspended, resumed and retired; what is in use
 * never changes and cases stay with their version. Each test has an item of its own and retires it.
 */
@OnServer
class ItemLifeIT {

    private static final String ADMIN = "/admin/items/";

    private final City city;
    private final Api editor;
    private final Api reviewer;
    private final Api both;
    private final String code = "office-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "-banner";

    ItemLifeIT(YiwangServer server) {
        this.city = new City(server);
        this.editor = city.as("items-editor");
        this.reviewer = city.as("items-reviewer");
        this.both = city.as("items-reviewer-2");
    }

    /** An item nobody knows, with a scenario that is played. */
    private PackageFolder folder() {
        return PackageFolder.read("street-banner")
                .json("item.json", item -> {
                    item.put("code", code);
                    item.putObject("name").put("zh-CN", "横幅许可 " + code);
                    item.remove("hot");
                })
                .json("tests/granted.json", test -> {
                    test.putArray("events").addObject().put("action", "ACCEPT");
                    ((ObjectNode) test.get("expect")).put("status", "ACCEPTED");
                });
    }

    private static String draftPath(JsonNode draft) {
        return ADMIN + "drafts/" + draft.path("id").asText();
    }

    private JsonNode brought(Api who, PackageFolder folder) {
        return asking(who, folder).expect(201).json();
    }

    private Reply asking(Api who, PackageFolder folder) {
        return who.post(ADMIN + "drafts")
                .file("file", "item.zip", "application/zip", folder.zip())
                .send();
    }

    private Reply act(Api who, JsonNode draft, String verb, Object... fields) {
        ObjectNode body = Api.object(fields);
        body.put("seenVersion", draft.path("version").asLong());
        return who.post(draftPath(draft) + "/" + verb, body);
    }

    private Reply stands(Api who, String verb, long seen, Object... fields) {
        ObjectNode body = Api.object(fields);
        body.put("seenVersion", seen);
        return who.post(ADMIN + code + "/" + verb, body);
    }

    private JsonNode submitted(JsonNode draft) {
        return act(editor, draft, "submission", "words", "缩短承诺时限").expect(200).json();
    }

    private JsonNode approved(JsonNode draft, LocalDate on) {
        return act(reviewer, submitted(draft), "approval", "opinion", "同意", "effectiveOn", on.toString())
                .expect(200)
                .json();
    }

    private void published() {
        JsonNode done = approved(brought(editor, folder()), city.today());
        assertEquals("PUBLISHED", done.path("state").asText());
        Await.until(code + " in the catalogue", () -> current() == 1);
    }

    private long current() {
        Reply reply = city.nobody().get("/items/" + code);
        return reply.status() == 200 ? reply.number("/version") : 0;
    }

    private String state() {
        return city.nobody().get("/items/" + code).expect(200).text("/standing/state");
    }

    private void retired() {
        long seen = editor.get(ADMIN + code).expect(200).number("/line/standing/version");
        JsonNode planned = stands(
                        editor, "retirement", seen, "on", city.today().toString(), "reason", "测试结束", "instead", "不用办")
                .expect(200)
                .json();
        stands(reviewer, "retirement/confirmation", planned.path("version").asLong())
                .expect(200);
    }

    @Test
    void nothingGoesLiveUnreadyOrUnreviewed() {
        JsonNode draft = brought(editor, folder());
        assertEquals(0, current(), "a draft is nobody's service");
        asking(editor, folder()).problem(409, "DRAFT_OPEN");

        // Others: no part of the back office, not their department, no item of theirs.
        city.as("urban-reviewer").get(draftPath(draft)).problem(403, "FORBIDDEN");
        city.as("chenjing").get(ADMIN + code).problem(403, "FORBIDDEN");
        city.as("civil-items").get(draftPath(draft)).problem(404, "NOT_FOUND");
        asking(city.as("civil-items"), folder()).problem(404, "NOT_FOUND");
        city.as("admin").get(draftPath(draft)).expect(200);
        act(city.as("admin"), draft, "discard").problem(403, "NOT_EDITOR");

        // A promise longer than the law: kept, said with its place, not submitted.
        ObjectNode item = (ObjectNode) Api.json(editor.get(draftPath(draft) + "/file?path=item.json")
                .expect(200)
                .body());
        ObjectNode wrong = item.deepCopy();
        PackageFolder.in(wrong, "limits", "kind", "PROMISE").put("value", 21);
        draft = saved(draft, "item.json", wrong);
        JsonNode problems = editor.get(draftPath(draft)).expect(200).at("/problems");
        assertTrue(problems.toString().contains("item.json#limits[PROMISE].value"), problems.toString());
        act(editor, draft, "submission", "words", "试试")
                .problem(422, "PACKAGE_REFUSED")
                .error("item.json#limits[PROMISE].value", "PROMISE");
        draft = saved(draft, "item.json", item);

        // A scenario that does not end as it says is as wrong as a rule that is broken.
        ObjectNode test = (ObjectNode) Api.json(editor.get(draftPath(draft) + "/file?path=tests/granted.json")
                .expect(200)
                .body());
        ObjectNode untrue = test.deepCopy();
        ((ObjectNode) untrue.get("expect")).put("status", "COMPLETED");
        draft = saved(draft, "tests/granted.json", untrue);
        act(editor, draft, "submission", "words", "试试")
                .problem(422, "PACKAGE_REFUSED")
                .error("tests/granted.json#events", "SCENARIO");
        draft = saved(draft, "tests/granted.json", test);
        JsonNode proof = editor.get(draftPath(draft) + "/proof").expect(200).json();
        assertEquals(1, proof.path("played").asInt());
        assertEquals(0, proof.path("problems").size(), proof.toString());

        act(editor, draft, "submission", "words", " ").problem(422, "INVALID").error("words", "REQUIRED");
        act(
                        editor,
                        draft,
                        "approval",
                        "opinion",
                        "好",
                        "effectiveOn",
                        city.today().toString())
                .problem(403, "NOT_REVIEWER");
        act(
                        reviewer,
                        draft,
                        "approval",
                        "opinion",
                        "好",
                        "effectiveOn",
                        city.today().toString())
                .problem(409, "DRAFT_STATE");
        assertEquals(0, current());
        act(editor, draft, "discard").expect(200);
    }

    private JsonNode saved(JsonNode draft, String path, ObjectNode file) {
        return editor.put(draftPath(draft) + "/file?path=" + path)
                .ifMatch(draft.path("version").asText())
                .json(file)
                .send()
                .expect(200)
                .json();
    }

    @Test
    void whoeverHadAPartInItDoesNotApproveIt() {
        JsonNode draft = brought(both, folder());
        JsonNode old = draft;
        draft = submitted(draft);
        act(editor, old, "take-back").problem(412, "STALE");
        act(both, draft, "approval", "opinion", "好", "effectiveOn", city.today().toString())
                .problem(403, "FOUR_EYES");
        editor.put(draftPath(draft) + "/file?path=form.json")
                .ifMatch(draft.path("version").asText())
                .json(Api.object("format", 1))
                .send()
                .problem(409, "DRAFT_STATE");
        act(
                        reviewer,
                        draft,
                        "approval",
                        "opinion",
                        "好",
                        "effectiveOn",
                        city.today().minusDays(1).toString())
                .problem(422, "INVALID")
                .error("effectiveOn", "RANGE");
        draft = act(reviewer, draft, "return", "opinion", "说明改为什么缩短")
                .expect(200)
                .json();
        assertEquals("说明改为什么缩短", draft.path("opinion").asText());
        draft = submitted(draft);
        JsonNode done = act(
                        reviewer,
                        draft,
                        "approval",
                        "opinion",
                        "同意",
                        "effectiveOn",
                        city.today().toString())
                .expect(200)
                .json();
        assertEquals(1, done.path("publishedNumber").asInt());
        Await.until(code + " in the catalogue", () -> current() == 1);
        List<String> history =
                editor.get(ADMIN + code).expect(200).at("/history").findValuesAsText("type");
        assertEquals(
                List.of("PUBLISHED", "APPROVED", "SUBMITTED", "RETURNED", "SUBMITTED", "IMPORTED"),
                history,
                "who did what, newest first");
        retired();
    }

    @Test
    void aNewVersionComesOnItsDayAndCasesStayWithTheirs() {
        published();
        Api citizen = city.as("chenjing");
        String before = city.submit(citizen, city.draftWithout(citizen, code, city.answers("street-banner")));
        JsonNode draft = editor.post(ADMIN + code + "/drafts")
                .json(Api.object())
                .send()
                .expect(201)
                .json();
        act(editor, draft, "submission", "words", "没改什么").problem(409, "NOTHING_CHANGED");
        ObjectNode item = (ObjectNode) Api.json(editor.get(draftPath(draft) + "/file?path=item.json")
                .expect(200)
                .body());
        PackageFolder.in(item, "limits", "kind", "PROMISE").put("value", 3);
        draft = saved(draft, "item.json", item);
        JsonNode waits = approved(draft, city.today().plusDays(1));
        assertEquals("SCHEDULED", waits.path("state").asText());
        assertEquals(1, current(), "not before its day");

        city.move(Duration.ofDays(1));
        city.settle();

        Await.until("version 2 in use", () -> current() == 2);
        String after = city.submit(citizen, city.draftWithout(citizen, code, city.answers("street-banner")));
        city.act(city.as("window-1"), before, "ACCEPT");
        city.act(city.as("window-1"), after, "ACCEPT");
        assertEquals(1, city.see(citizen, before).at("/item/version").asLong());
        assertEquals(2, city.see(citizen, after).at("/item/version").asLong());
        retired();
    }

    @Test
    void aDraftOfAnOlderVersionDoesNotUndoWhatCameBetween() {
        published();
        JsonNode draft = editor.post(ADMIN + code + "/drafts")
                .json(Api.object())
                .send()
                .expect(201)
                .json();
        // The administrator's direct way stays where review is not required.
        city.as("admin")
                .post("/packages")
                .file(
                        "file",
                        "item.zip",
                        "application/zip",
                        folder().json("item.json", item -> item.putObject("summary")
                                        .put("zh-CN", "管理员直接发布"))
                                .zip())
                .send()
                .expect(200);
        ObjectNode item = (ObjectNode) Api.json(editor.get(draftPath(draft) + "/file?path=item.json")
                .expect(200)
                .body());
        item.putObject("summary").put("zh-CN", "起草人的说法");
        draft = saved(draft, "item.json", item);
        act(editor, draft, "submission", "words", "改说法").problem(409, "BASE_MOVED");
        assertTrue(editor.get(draftPath(draft)).expect(200).at("/behind").asBoolean());
        draft = act(editor, draft, "rebase").expect(200).json();
        assertEquals("PUBLISHED", approved(draft, city.today()).path("state").asText());
        Await.until("version 3 in use", () -> current() == 3);
        retired();
    }

    @Test
    void suspendedItTakesNothingNewKeepsWhatThereIsAndComesBack() {
        published();
        Api citizen = city.as("chenjing");
        String running = city.submit(citizen, city.draftWithout(citizen, code, city.answers("street-banner")));
        String begun = city.draftWithout(citizen, code, city.answers("street-banner"));
        stands(editor, "suspension", 0, "reason", "系统升级", "instead", "到窗口").problem(403, "NOT_REVIEWER");
        stands(reviewer, "suspension", 0, "reason", "系统升级")
                .problem(422, "INVALID")
                .error("instead", "REQUIRED");

        JsonNode now = stands(reviewer, "suspension", 0, "reason", "系统升级到本周五", "instead", "到政务服务中心一楼窗口办理")
                .expect(200)
                .json();
        Await.until("suspended everywhere", () -> state().equals("SUSPENDED"));

        Reply refused = citizen.post("/drafts", Api.object("itemCode", code)).problem(409, "ITEM_SUSPENDED");
        assertTrue(refused.body().contains("到政务服务中心一楼窗口办理"), "where to go instead");
        citizen.post("/drafts/" + begun + "/submission", Api.object()).problem(409, "ITEM_SUSPENDED");
        citizen.get("/drafts/" + begun).expect(200);
        city.act(city.as("window-1"), running, "ACCEPT");
        String guide = city.nobody()
                .request("GET", "//items/" + code)
                .send()
                .expect(200)
                .body();
        assertTrue(guide.contains("系统升级到本周五") && guide.contains("到政务服务中心一楼窗口办理"), "the guide says so");
        assertFalse(guide.contains("/items/" + code + "/apply"), "and leads to no application");

        stands(reviewer, "suspension", now.path("version").asLong(), "reason", "再", "instead", "再")
                .problem(409, "ITEM_STATE");
        stands(reviewer, "resumption", 0, "words", "升级完成").problem(412, "STALE");
        stands(reviewer, "resumption", now.path("version").asLong(), "words", "升级完成")
                .expect(200);
        Await.until("open again", () -> state().equals("IN_USE"));
        city.submit(citizen, begun);
        retired();
        Await.until("retired", () -> state().equals("RETIRED"));
        citizen.post("/drafts", Api.object("itemCode", code)).problem(409, "ITEM_RETIRED");
        assertFalse(city.nobody()
                .get("/items?q=" + code + "&limit=100")
                .expect(200)
                .body()
                .contains(code));
        assertEquals("ACCEPTED", city.see(citizen, running).path("status").asText(), "a running case goes on");
    }

    @Test
    void retirementIsConfirmedByAnotherAndDoneOnItsDay() {
        published();
        String tomorrow = city.today().plusDays(1).toString();
        JsonNode planned = stands(reviewer, "retirement", 0, "on", tomorrow, "reason", "法规修订", "instead", "不用申请")
                .expect(200)
                .json();
        long seen = planned.path("version").asLong();
        stands(reviewer, "retirement/confirmation", seen).problem(403, "FOUR_EYES");
        stands(editor, "retirement/confirmation", seen).problem(403, "NOT_REVIEWER");
        stands(both, "retirement/confirmation", seen).expect(200);
        assertEquals("IN_USE", state());

        city.move(Duration.ofDays(1));
        city.settle();

        Await.until("retired on its day", () -> state().equals("RETIRED"));
    }
}
