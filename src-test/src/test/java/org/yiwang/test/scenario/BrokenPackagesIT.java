package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/**
 * 坏的事项包: each is made of a good one by spoiling something in it; it is refused with everything that is wrong, by file and path, and
 * the catalogue is what it was. Archives that are broken as such stand in {@code PackageZipTest} and {@code PublishPackageIT}.
 */
@OnServer
class BrokenPackagesIT {

    private static final String PROCESS = "process.bpmn20.xml";

    /** 坏法: how it is spoilt, and {@code path CODE} of what has to be found in it. */
    private record Broken(String what, UnaryOperator<PackageFolder> spoil, List<String> found) {}

    private final City city;
    private final YiwangServer server;
    private final String item = "broken-" + UUID.randomUUID().toString().substring(0, 8);
    private final PackageFolder good =
            PackageFolder.read("street-banner").json("item.json", json -> json.put("code", item));
    private final List<Broken> table = new ArrayList<>();

    BrokenPackagesIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    private void broken(String what, UnaryOperator<PackageFolder> spoil, String... found) {
        table.add(new Broken(what, spoil, Arrays.asList(found)));
    }

    private void item(String what, Consumer<ObjectNode> spoil, String... found) {
        broken(what, folder -> folder.json("item.json", spoil), found);
    }

    private void field(String what, String extra, String... found) {
        broken(
                what,
                folder -> folder.json("form.json", form -> ((ObjectNode) form.at("/sections/0/fields/0"))
                        .setAll((ObjectNode) Api.json("{" + extra + "}"))),
                found);
    }

    private void process(String what, String from, String to, String... found) {
        broken(
                what,
                folder -> folder.edit(PROCESS, xml -> {
                    if (!xml.contains(from)) {
                        throw new AssertionError(what + " spoils nothing");
                    }
                    return xml.replace(from, to);
                }),
                found);
    }

    private static ObjectNode step(JsonNode item, String key) {
        return PackageFolder.in(item, "steps", "key", key);
    }

    private void files() {
        broken(
                "bad JSON in three files at once",
                folder -> folder.put("item.json", "{\"format\": 1,")
                        .put("form.json", "{'format': 1}")
                        .put("tests/granted.json", "[]]"),
                "item.json#line 1, column 14 DEFINITION",
                "form.json#line 1, column 3 DEFINITION",
                "tests/granted.json#line 1, column 4 DEFINITION");
        broken(
                "no form and no item",
                folder -> folder.without("form.json").without("item.json"),
                "item.json# DEFINITION",
                "form.json# DEFINITION");
        broken("no test", folder -> folder.without("tests/granted.json"), "tests TESTS");
        broken(
                "a name written twice",
                folder -> folder.edit("item.json", json -> json.replaceFirst("\\{", "{\"code\": \"other\",")),
                "item.json#line 1 DEFINITION");
        broken(
                "nested beyond all reason",
                folder -> folder.put("form.json", "[".repeat(5000) + "]".repeat(5000)),
                "form.json#line 1 DEFINITION");
        item("another format", json -> json.put("format", 2), "item.json# DEFINITION");
        item("a name nobody reads", json -> json.put("colour", "red"), "item.json#colour DEFINITION");
        item("a number for a text", json -> json.put("organisation", 7), "item.json#organisation DEFINITION");
        item(
                "two limits wrong at once",
                json -> {
                    ((ObjectNode) json.at("/limits/0")).put("unit", "FORTNIGHT");
                    ((ObjectNode) json.at("/limits/1")).put("value", "twenty");
                },
                "item.json#limits[0].unit DEFINITION",
                "item.json#limits[1].value DEFINITION");
        item(
                "a path out of the package for a sample",
                json -> json.withArray("materials")
                        .add(
                                Api.json(
                                        """
                {"key": "photo", "name": {"zh-CN": "照片"}, "necessity": "OPTIONAL", "source": "SELF", "acceptStandard": "清楚",
                 "sample": "../../../etc/passwd"}""")),
                "item.json#materials[photo].sample FILE");
        item(
                "a template that is not there",
                json -> ((ObjectNode) json.get("result")).put("template", "documents/../item.json"),
                "item.json#result.template NO_TEMPLATE");
    }

    private void forms() {
        field(
                "a condition on itself",
                "\"showWhen\": {\"field\": \"words\", \"present\": true}",
                "form.json#sections[0].fields[0].showWhen DEFINITION");
        broken(
                "two questions that wait for one another",
                folder -> folder.json("form.json", form -> {
                    ((ObjectNode) form.at("/sections/0/fields/0"))
                            .set("showWhen", Api.json("{\"field\": \"place\", \"is\": \"a\"}"));
                    ((ObjectNode) form.at("/sections/0/fields/1"))
                            .set("showWhen", Api.json("{\"field\": \"words\", \"is\": \"a\"}"));
                }),
                "form.json#sections[0].fields[0].showWhen DEFINITION");
        field("a type nobody knows", "\"type\": \"password\"", "form.json#sections[0].fields[0].type DEFINITION");
        field("no Chinese label", "\"label\": {\"en\": \"Words\"}", "form.json#sections[0].fields[0].label DEFINITION");
        field(
                "a language nobody reads",
                "\"label\": {\"zh-CN\": \"文字\", \"fr\": \"Mots\"}",
                "form.json#sections[0].fields[0].label.fr DEFINITION");
        field(
                "an expression that is none",
                "\"pattern\": \"([a-z\"",
                "form.json#sections[0].fields[0].pattern DEFINITION");
        field(
                "a script in a label",
                "\"label\": {\"zh-CN\": \"文字<script>alert(1)</script>\"}",
                "form.json#sections[0].fields[0].label.zh-CN MARKUP");
        field(
                "an address that is a script",
                "\"hint\": {\"zh-CN\": \"JavaScript:alert(1)\"}",
                "form.json#sections[0].fields[0].hint.zh-CN MARKUP");
        field(
                "text that turns round",
                "\"hint\": {\"zh-CN\": \"abc\\u202Etxt\"}",
                "form.json#sections[0].fields[0].hint.zh-CN UNSEEN_CHARACTER");
        item(
                "an image in the summary and a bell in the name",
                json -> {
                    json.putObject("summary").put("zh-CN", "<img src=x onerror=alert(1)>");
                    json.putObject("name").put("zh-CN", "横幅\u0007许可");
                },
                "item.json#summary.zh-CN MARKUP",
                "item.json#name.zh-CN UNSEEN_CHARACTER");
        item(
                "a condition on a question nobody asks",
                json -> ((ObjectNode) json.at("/conditions/0/rule")).put("field", "nowhere"),
                "item.json#conditions[declared].rule FIELD");
        item(
                "a fee by a question nobody asks",
                json -> {
                    ObjectNode fee = (ObjectNode) json.at("/fees/0");
                    fee.remove("cents");
                    fee.putObject("formula").put("field", "nowhere").put("centsPerUnit", 5);
                },
                "item.json#fees[place-fee].formula.field FIELD");
    }

    private void process() {
        process(
                "a DOCTYPE",
                "<definitions",
                "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">]><definitions",
                PROCESS + " PROCESS_UNREADABLE");
        process(
                "a bomb of entities",
                "<definitions",
                "<!DOCTYPE d [<!ENTITY a \"a\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]><definitions",
                PROCESS + " PROCESS_UNREADABLE");
        process("no XML", "</definitions>", "", PROCESS + " PROCESS_UNREADABLE");
        process(
                "a script",
                "<userTask id=\"review\" name=\"审查\"/>",
                "<scriptTask id=\"review\" scriptFormat=\"js\"><script>1</script></scriptTask>",
                PROCESS + "#review ELEMENT_REFUSED");
        process(
                "a service with a class",
                "<userTask id=\"review\" name=\"审查\"/>",
                "<serviceTask id=\"review\" xmlns:f=\"http://flowable.org/bpmn\" f:class=\"java.lang.Runtime\"/>",
                PROCESS + "#review ELEMENT_REFUSED");
        process(
                "a listener",
                "<userTask id=\"review\" name=\"审查\"/>",
                "<userTask id=\"review\"><extensionElements><f:taskListener xmlns:f=\"http://flowable.org/bpmn\" event=\"create\" class=\"x.Y\"/></extensionElements></userTask>",
                PROCESS + "#review ELEMENT_REFUSED");
        process(
                "an assignee by expression",
                "<userTask id=\"review\"",
                "<userTask xmlns:f=\"http://flowable.org/bpmn\" f:assignee=\"${bean.who()}\" id=\"review\"",
                PROCESS + "#review ATTRIBUTE_REFUSED");
        process(
                "a condition that calls",
                "<sequenceFlow id=\"to-decide\" sourceRef=\"review\" targetRef=\"decide\"/>",
                "<sequenceFlow id=\"to-decide\" sourceRef=\"review\" targetRef=\"decide\"><conditionExpression>${''.getClass().forName('x')}</conditionExpression></sequenceFlow>",
                PROCESS + "#to-decide CONDITION_REFUSED");
        process(
                "a timer",
                "<userTask id=\"review\" name=\"审查\"/>",
                "<userTask id=\"review\"/><boundaryEvent id=\"t\" attachedToRef=\"review\"><timerEventDefinition/></boundaryEvent>",
                PROCESS + "#t ELEMENT_REFUSED");
        process(
                "a step item.json does not know and one the process lacks",
                "id=\"review\" name=\"审查\"",
                "id=\"inspect\" name=\"审查\"",
                PROCESS + "#inspect STEP_UNKNOWN",
                PROCESS + "#review STEP_MISSING");
        process(
                "no way to the end",
                "<sequenceFlow id=\"to-end\" sourceRef=\"decide\" targetRef=\"end\"/>",
                "<sequenceFlow id=\"to-end\" sourceRef=\"decide\" targetRef=\"review\"/>",
                PROCESS + "#end NODE_LOOSE");
        item(
                "a process that ends without a decision",
                json -> step(json, "decide").put("role", "REVIEW"),
                "item.json#steps STEP");
        item(
                "a return to nowhere",
                json -> step(json, "decide").put("returnTo", "nowhere"),
                "item.json#steps[decide].returnTo STEP");
        item(
                "a shared process nobody has",
                json -> json.put("process", "shared:../two-step"),
                "item.json#process DEFINITION");
    }

    private void posts() {
        item(
                "posts of a department that is none, and one that nobody holds",
                json -> {
                    step(json, "review").put("post", "magic/reviewer");
                    step(json, "decide").put("post", "urban/wizard");
                    json.putObject("intake").put("post", "hall/nobody");
                },
                "item.json#steps[review].post magic/reviewer POST_UNKNOWN",
                "item.json#steps[decide].post urban/wizard POST_UNKNOWN",
                "item.json#intake.post POST_UNKNOWN");
        item(
                "an authority that is none",
                json -> json.put("organisation", "magic"),
                "item.json#organisation POST_UNKNOWN");
        item(
                "much at once",
                json -> {
                    json.put("taskCode", "1");
                    PackageFolder.in(json, "limits", "kind", "PROMISE").put("value", 99);
                    json.withArray("themes").add("nowhere");
                },
                "item.json#taskCode TASK_CODE",
                "item.json#limits[PROMISE].value PROMISE",
                "item.json#themes THEME");
    }

    @Test
    void eachIsRefusedWithEverythingThatIsWrongAndTheCatalogueStaysAsItIs() {
        files();
        forms();
        process();
        posts();
        publish(good).expect(200);
        Await.until(
                item + " is offered", () -> city.nobody().get("/items/" + item).status() == 200);
        String before = state();
        List<String> wrong = new ArrayList<>();
        for (Broken broken : table) {
            Reply reply = publish(broken.spoil().apply(good.copy()));
            List<String> said = new ArrayList<>();
            reply.json()
                    .path("errors")
                    .forEach(error -> said.add(error.path("path").asText() + " "
                            + error.path("code").asText()));
            boolean refused =
                    reply.status() == 422 && reply.json().path("code").asText().equals("PACKAGE_REFUSED");
            broken.found().stream()
                    .filter(one -> !refused || said.stream().noneMatch(found -> fits(found, one)))
                    .forEach(one -> wrong.add(broken.what() + ": no " + one + " in " + reply.status() + " " + said));
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, state(), "the catalogue is untouched");
        assertEquals(1, city.nobody().get("/items/" + item).expect(200).number("/version"));
    }

    /** A parser's columns are its own affair: only the line is asked for where no more is said. */
    private static boolean fits(String found, String wanted) {
        int code = wanted.lastIndexOf(' ');
        return found.equals(wanted)
                || wanted.contains("#line 1")
                        && found.startsWith(wanted.substring(0, wanted.indexOf("#line")) + "#")
                        && found.endsWith(wanted.substring(code));
    }

    private Reply publish(PackageFolder folder) {
        return city.as("admin")
                .post("/packages")
                .file("file", item + ".zip", "application/zip", folder.zip())
                .send();
    }

    /** All that publishing could change. */
    private String state() {
        return server.db()
                .text(
                        """
                        SELECT (SELECT revision FROM catalogue_revision) || '/' || (SELECT count(*) FROM item)
                          || '/' || (SELECT count(*) FROM item_version) || '/' || (SELECT count(*) FROM act_re_deployment)
                          || '/' || (SELECT sum(current_version_id) FROM item)
                        """);
    }
}
