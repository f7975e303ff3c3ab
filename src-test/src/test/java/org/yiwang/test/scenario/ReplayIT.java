package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 用以往的办件试算: a draft version is tried on cases of the past, and what it would have changed is said without saying what anybody wrote. */
@OnServer
class ReplayIT {

    private static final String WORDS = "欢迎参加重演节";

    private final City city;
    private final YiwangServer server;
    private final String item = "banner-" + UUID.randomUUID().toString().substring(0, 8);
    private final PackageFolder first =
            PackageFolder.read("street-banner").json("item.json", json -> json.put("code", item));

    ReplayIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    /** A case that was decided under the first version. */
    private String decided() {
        city.as("admin")
                .post("/packages")
                .file("file", item + ".zip", "application/zip", first.zip())
                .send()
                .expect(200);
        Await.until(
                item + " is offered", () -> city.nobody().get("/items/" + item).status() == 200);
        Api citizen = city.as("chenjing");
        ObjectNode answers = city.answers("street-banner").put("words", WORDS);
        String no = city.submit(citizen, city.draftWithout(citizen, item, answers));
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "位置合适，同意。");
        city.act(
                city.as("urban-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "条例第十七条");
        return no;
    }

    private Reply replayed(String who, PackageFolder draft) {
        return city.as(who)
                .post("/simulations/replays?limit=5")
                .file("file", "draft.zip", "application/zip", draft.zip())
                .send();
    }

    private JsonNode one(PackageFolder draft, String no) {
        Reply reply = replayed("admin", draft).expect(200);
        assertFalse(reply.body().contains(WORDS), "nothing of what was written: " + reply.body());
        assertFalse(reply.body().contains("陈"), "nobody's name: " + reply.body());
        for (JsonNode one : reply.json().path("cases")) {
            if (one.path("caseNo").asText().equals(no)) {
                return one;
            }
        }
        throw new AssertionError(no + " is not in " + reply.body());
    }

    private static List<String> texts(JsonNode one, String kind) {
        List<String> texts = new ArrayList<>();
        one.path("differences").forEach(difference -> {
            if (difference.path("kind").asText().equals(kind)) {
                texts.add(difference.path("text").asText());
            }
        });
        return texts;
    }

    @Test
    void theSameVersionChangesNothing() {
        String no = decided();
        JsonNode one = one(first, no);
        assertEquals("[]", one.path("differences").toString());
        assertEquals("[]", one.path("notes").toString());
    }

    @Test
    void whatAnotherVersionWouldHaveMadeOfItIsSaid() {
        String no = decided();
        String before = state();

        JsonNode one = one(
                first.copy()
                        .json("item.json", json -> {
                            PackageFolder.in(json, "limits", "kind", "PROMISE").put("value", 3);
                            JsonNode review = PackageFolder.in(json, "steps", "key", "review");
                            ObjectNode again = review.deepCopy();
                            again.put("key", "second-review").putObject("name").put("zh-CN", "复核");
                            json.withArray("steps").insert(1, again);
                            ((ObjectNode) json.withArray("fees").get(0)).put("cents", 8000);
                            ObjectNode decide = PackageFolder.in(json, "steps", "key", "decide");
                            decide.put("post", "market/director").put("returnTo", "second-review");
                            json.withArray("materials")
                                    .add(
                                            Api.json(
                                                    """
                                    {"key": "photo", "name": {"zh-CN": "现场照片"}, "necessity": "REQUIRED", "source": "SELF",
                                     "copies": 1, "acceptStandard": "看得清位置"}
                                    """));
                        })
                        .json("tests/granted.json", test -> {
                            ((ObjectNode) test.path("expect"))
                                    .put("fee", 8000)
                                    .putArray("materials")
                                    .add("photo");
                        })
                        .edit("process.bpmn20.xml", ReplayIT::withSecondReview),
                no);

        assertEquals(List.of("要多交“现场照片”（当时没有交）"), texts(one, "MATERIAL"));
        assertEquals(List.of("决定后的费用：50元 → 80元"), texts(one, "FEE"));
        assertEquals(List.of("由谁决定：urban/director → market/director"), texts(one, "DECIDER"));
        assertEquals(List.of("环节：审查、决定 → 审查、复核、决定"), texts(one, "ROUTE"), one.toString());
        assertEquals(
                1,
                texts(one, "DATE").stream()
                        .filter(text -> text.startsWith("承诺办结期限："))
                        .count(),
                one.toString());
        assertEquals(before, state(), "nothing stays of it");
        assertTrue(
                server.db()
                                .number(
                                        "SELECT count(*) FROM access_log a JOIN case_file c ON c.id = a.case_id"
                                                + " WHERE c.case_no = ? AND a.ground = '以往办件试算新版本'",
                                        no)
                        > 0,
                "that somebody looked is written down");
    }

    @Test
    void answersThatWouldNotPassAreNamedByTheirQuestion() {
        String no = decided();
        JsonNode one = one(
                first.copy()
                        .json("form.json", form -> {
                            ObjectNode days = ((ObjectNode) form.at("/sections/0"))
                                    .withArray("fields")
                                    .addObject();
                            days.put("key", "days").put("type", "number").put("required", true);
                            days.putObject("neededFor").put("review", "review");
                            days.putObject("label").put("zh-CN", "悬挂天数");
                        })
                        .json("tests/granted.json", test -> ((ObjectNode) test.get("answers")).put("days", 7)),
                no);
        assertEquals(List.of("“悬挂天数”（answers.days）：当时没有填写，新版本要填"), texts(one, "PROBLEM"));
        assertTrue(one.path("notes").toString().contains("没有再往下走"), one.toString());
    }

    @Test
    void onlyAdministratorsMay() {
        for (String who : List.of("chenjing", "window-1", "urban-director", "supervisor")) {
            replayed(who, first).problem(403, "FORBIDDEN");
        }
    }

    @Test
    void aWrongPackageIsRefusedWithWhatIsWrong() {
        replayed("admin", first.copy().json("item.json", json -> json.put("taskCode", "1")))
                .problem(422, "PACKAGE_REFUSED")
                .error("item.json#taskCode", "TASK_CODE");
    }

    /** What somebody has exported can be published again, and is then known. */
    @Test
    void aPublishedVersionIsExportedAsItWas() {
        decided();
        byte[] zip = city.as("admin").get("/packages/" + item).expect(200).bytes();
        Reply again = city.as("admin")
                .post("/packages")
                .file("file", "again.zip", "application/zip", zip)
                .send()
                .expect(200);
        assertFalse(again.json().path("added").asBoolean(), again.body());
        city.as("admin").get("/packages/" + item + "?version=99").problem(404, "NOT_FOUND");
        city.as("window-1").get("/packages/" + item).problem(403, "FORBIDDEN");
    }

    private static String withSecondReview(String xml) {
        return xml.replace(
                        "<userTask id=\"decide\"",
                        "<userTask id=\"second-review\" name=\"复核\"/>\n    <userTask id=\"decide\"")
                .replace("targetRef=\"decide\"", "targetRef=\"second-review\"")
                .replace(
                        "<sequenceFlow id=\"to-end\"",
                        "<sequenceFlow id=\"on\" sourceRef=\"second-review\" targetRef=\"decide\"/>\n"
                                + "    <sequenceFlow id=\"to-end\"");
    }

    private String state() {
        return server.db()
                .text(
                        """
                        SELECT (SELECT count(*) FROM case_file) || '/' || (SELECT count(*) FROM item_version)
                          || '/' || (SELECT count(*) FROM party) || '/' || (SELECT count(*) FROM official_document)
                        """);
    }
}
