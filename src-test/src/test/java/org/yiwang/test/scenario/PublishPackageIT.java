package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.ApiRequest;
import org.yiwang.test.Await;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/**
 * 事项即数据: a service is published while the platform runs, without Java and without a restart; cases keep the version
 * they were opened under. Each test marks the package, so that its bytes are new on any server.
 */
@OnServer
class PublishPackageIT {

    private static final String ITEM = "street-banner";

    private final City city;
    private final YiwangServer server;
    private final PackageFolder first = PackageFolder.read(ITEM)
            .json("item.json", item -> item.putObject("summary").put("zh-CN", "测试批次 " + UUID.randomUUID()));

    PublishPackageIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    /** A shorter promise, one more question and one asked in other words, and a second look before the decision. */
    private PackageFolder second() {
        return first.copy()
                .json("item.json", item -> {
                    PackageFolder.in(item, "limits", "kind", "PROMISE").put("value", 3);
                    JsonNode review = PackageFolder.in(item, "steps", "key", "review");
                    ObjectNode again = review.deepCopy();
                    again.put("key", "second-review");
                    item.withArray("steps").insert(1, again);
                    PackageFolder.in(item, "steps", "key", "decide").put("returnTo", "second-review");
                })
                .json("form.json", form -> {
                    ObjectNode section = (ObjectNode) form.at("/sections/0");
                    PackageFolder.in(section, "fields", "key", "place")
                            .putObject("label")
                            .put("zh-CN", "悬挂的道路和门牌号");
                    ObjectNode days = section.withArray("fields").addObject();
                    days.put("key", "days").put("type", "number").put("required", true);
                    days.putObject("neededFor").put("review", "review");
                    days.put("min", 1).put("max", 30).putObject("label").put("zh-CN", "悬挂天数");
                })
                .json("tests/granted.json", test -> ((ObjectNode) test.get("answers")).put("days", 7))
                .edit("process.bpmn20.xml", xml -> xml.replace(
                                "<userTask id=\"decide\"",
                                "<userTask id=\"second-review\" name=\"复核\"/>\n    <userTask id=\"decide\"")
                        .replace("targetRef=\"decide\"", "targetRef=\"second-review\"")
                        .replace(
                                "<sequenceFlow id=\"to-end\"",
                                "<sequenceFlow id=\"on\" sourceRef=\"second-review\" targetRef=\"decide\"/>\n"
                                        + "    <sequenceFlow id=\"to-end\""));
    }

    private ApiRequest asking(Api who, byte[] zip) {
        return who.post("/packages").file("file", ITEM + ".zip", "application/zip", zip);
    }

    private Reply publish(PackageFolder folder) {
        return asking(city.as("admin"), folder.zip()).send();
    }

    /** Publishes it and waits until everybody is offered it. */
    private long published(PackageFolder folder) {
        Reply reply = publish(folder).expect(200);
        assertTrue(reply.json().path("added").asBoolean(), reply.body());
        long version = reply.number("/version");
        Await.until("version " + version + " in the catalogue", () -> current() == version);
        return version;
    }

    private long current() {
        Reply reply = city.nobody().get("/items/" + ITEM);
        return reply.status() == 200 ? reply.number("/version") : 0;
    }

    private String submitted(ObjectNode answers) {
        Api citizen = city.as("chenjing");
        return city.submit(citizen, city.draft(citizen, ITEM, answers));
    }

    @Test
    void aNewServiceIsListedFoundAndAppliedForAtOnce() {
        long version = published(first);

        JsonNode found = city.nobody()
                .get("/items?q=%E6%A8%AA%E5%B9%85&limit=100")
                .expect(200)
                .json();
        assertTrue(found.path("items").findValuesAsText("code").contains(ITEM), found.toString());
        String list = city.nobody()
                .request("GET", "//items?q=%E6%A8%AA%E5%B9%85")
                .send()
                .expect(200)
                .body();
        assertTrue(list.contains("临时悬挂宣传横幅许可"), "the list of services shows it");
        city.nobody().request("GET", "//items/" + ITEM).send().expect(200);

        String no = submitted(city.answers(ITEM));
        city.act(city.as("window-1"), no, "ACCEPT");
        JsonNode accepted = city.see(city.as("urban-reviewer"), no);
        assertEquals(version, accepted.at("/item/version").asLong());
        assertEquals(List.of("review"), accepted.path("workItems").findValuesAsText("step"));
    }

    @Test
    void aCaseStaysWithItsVersionWhileNewDraftsFollowTheNext() {
        long one = published(first);
        String old = submitted(city.answers(ITEM));
        Api citizen = city.as("chenjing");
        String begun = city.draft(citizen, ITEM, city.answers(ITEM));

        long two = published(second());

        assertEquals(one + 1, two);
        JsonNode draft = citizen.get("/drafts/" + begun).expect(200).json();
        assertEquals(two, draft.path("itemVersion").asLong());
        assertTrue(
                draft.path("changed").toString().contains("place"), "asked in other words: " + draft.path("changed"));
        assertTrue(
                draft.path("problems").findValuesAsText("path").contains("answers.days"),
                "the new question is due: " + draft.path("problems"));
        citizen.post("/drafts/" + begun + "/submission", Api.object()).problem(422, "INVALID");

        city.act(city.as("window-1"), old, "ACCEPT");
        String fresh = submitted(city.answers(ITEM).put("days", 7));
        city.act(city.as("window-1"), fresh, "ACCEPT");
        assertEquals(5, promise(old));
        assertEquals(3, promise(fresh));
        assertEquals(one, city.see(citizen, old).at("/item/version").asLong());
        assertEquals(two, city.see(citizen, fresh).at("/item/version").asLong());

        agree(old);
        assertEquals(List.of("decide"), steps(old), "its process is the one it began with");
        agree(fresh);
        assertEquals(List.of("second-review"), steps(fresh));
        decide(old);
        assertEquals(one, city.see(citizen, old).at("/item/version").asLong(), "until its end");
    }

    /** A decision that is itself the result, with a fee and electronic service. */
    @Test
    void aDecisionIsServedWhenItsFeeIsPaid() {
        published(first);
        Api citizen = city.as("chenjing");
        String no = submitted(city.answers(ITEM));
        city.act(city.as("window-1"), no, "ACCEPT");
        agree(no);
        decide(no);
        city.settle();
        JsonNode waiting = city.see(citizen, no);
        assertEquals("APPROVED", waiting.path("status").asText(), "the letter lies ready, the fee is open");
        assertTrue(waiting.path("documents").findValuesAsText("kind").contains("APPROVAL_DECISION"));

        city.act(citizen, no, "PAY", "reference", "PAY-" + no);

        assertEquals("COMPLETED", city.see(citizen, no).path("status").asText());
    }

    /** The same with the fee paid before the letter has its seal. */
    @Test
    void aFeePaidAtOnceServesTheDecisionWhenItsLetterIsReady() {
        published(first);
        Api citizen = city.as("chenjing");
        String no = submitted(city.answers(ITEM));
        city.act(city.as("window-1"), no, "ACCEPT");
        agree(no);
        decide(no);
        city.act(citizen, no, "PAY", "reference", "PAY-" + no);

        city.settle();

        assertEquals("COMPLETED", city.see(citizen, no).path("status").asText());
    }

    @Test
    void theSameFilesTwiceChangeNothing() {
        long version = published(first);
        long revision = server.db().number("SELECT revision FROM catalogue_revision");

        Reply again = publish(first).expect(200);

        assertFalse(again.json().path("added").asBoolean());
        assertEquals(version, again.number("/version"));
        assertEquals(revision, server.db().number("SELECT revision FROM catalogue_revision"));
    }

    @Test
    void aWrongPackageIsRefusedWithEverythingThatIsWrongAndChangesNothing() {
        long version = published(first);
        String before = state();

        refused(first.copy().edit("process.bpmn20.xml", xml -> xml.replace("userTask", "scriptTask")))
                .error("process.bpmn20.xml#review", "ELEMENT_REFUSED");
        refused(first.copy()
                .edit(
                        "process.bpmn20.xml",
                        xml -> "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                                + xml.substring(xml.indexOf("<definitions"))));
        Reply two = refused(first.copy().json("item.json", item -> {
            PackageFolder.in(item, "limits", "kind", "PROMISE").put("value", 21);
            item.put("taskCode", "1");
        }));
        two.error("item.json#limits[PROMISE].value", "PROMISE").error("item.json#taskCode", "TASK_CODE");
        refused(first.copy()
                        .json("item.json", item -> ((ObjectNode) item.get("result"))
                                .put("kind", "CERTIFICATE")
                                .put("template", "documents/permit.json"))
                        .put("documents/permit.json", permit("{{applicant.nam}}", "{{answers.word}}")))
                .error("documents/permit.json", "NO_SUCH_FIELD")
                .error("documents/permit.json", "NO_SUCH_ANSWER");
        refused(first.copy().json("tests/granted.json", test -> ((ObjectNode) test.get("answers")).remove("words")))
                .error("tests/granted.json#expect.problems", "TEST");
        refused(first.copy().edit("form.json", json -> json.substring(10)));
        refused(first.copy().without("item.json")).error("item.json#", "DEFINITION");

        assertEquals(before, state());
        assertEquals(version, current());
    }

    @Test
    void nobodyButAnAdministratorPublishes() {
        for (String who : List.of("chenjing", "urban-director", "supervisor", "window-1")) {
            asking(city.as(who), first.zip()).send().problem(403, "FORBIDDEN");
        }
        asking(city.nobody(), first.zip()).send().problem(401, "UNAUTHENTICATED");
    }

    @Test
    void anArchiveThatIsAWeaponIsNotUnpacked() throws IOException {
        Api admin = city.as("admin");
        asking(admin, archive("big.json", 30 * 1024 * 1024)).send().problem(413, "TOO_LARGE");
        asking(admin, archive("../../boot.txt", 10))
                .send()
                .problem(422, "INVALID")
                .error("file", "ARCHIVE");
        asking(admin, archive("a/../item.json", 10))
                .send()
                .problem(422, "INVALID")
                .error("file", "ARCHIVE");
        asking(admin, archive("run.sh", 10)).send().problem(422, "INVALID").error("file", "ARCHIVE");
        asking(admin, "not an archive".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send()
                .problem(422, "INVALID")
                .error("file", "ARCHIVE");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 300; i++) {
                zip.putNextEntry(new ZipEntry("tests/t" + i + ".json"));
            }
        }
        asking(admin, many.toByteArray()).send().problem(413, "TOO_LARGE");
    }

    private static byte[] archive(String name, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[size]);
        }
        return out.toByteArray();
    }

    private Reply refused(PackageFolder folder) {
        return publish(folder).problem(422, "PACKAGE_REFUSED");
    }

    private static String permit(String first, String second) {
        return """
                {"format": 1, "kind": "RESULT", "layout": "licence", "title": {"zh-CN": "许可证"}, "series": "横",
                 "body": [{"facts": [["申请人", "%s"], ["文字", "%s"]]}]}
                """
                .formatted(first, second);
    }

    /** All that publishing could change. */
    private String state() {
        return server.db()
                .text(
                        """
                        SELECT (SELECT revision FROM catalogue_revision) || '/' || (SELECT count(*) FROM item)
                          || '/' || (SELECT count(*) FROM item_version) || '/' || (SELECT count(*) FROM act_re_deployment)
                        """);
    }

    private long promise(String no) {
        return City.clock(city.see(city.as("chenjing"), no), "PROMISE")
                .path("limit")
                .asLong();
    }

    private List<String> steps(String no) {
        return city.see(city.as("urban-reviewer"), no).path("workItems").findValuesAsText("step");
    }

    private void agree(String no) {
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
    }

    private void decide(String no) {
        city.act(
                city.as("urban-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "《城市市容和环境卫生管理条例》第十七条");
    }
}
