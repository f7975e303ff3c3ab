package org.yiwang.test.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.scenario.City;
import org.yiwang.test.scenario.PackageFolder;

/**
 * 运行中导入的事项: a service that nobody shipped, with questions, a route and a document of its own, is imported at one of two running nodes,
 * and a case goes through it with each act at the other node than the one before. What there was to be seen is kept.
 */
final class ImportedService {

    static final String ITEM = "lantern-show";

    private static final String PROCESS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                         targetNamespace="https://yiwang.org/processes">
              <process id="lantern-show" name="灯会" isExecutable="true">
                <startEvent id="start"/><userTask id="review"/><exclusiveGateway id="size" default="small"/>
                <userTask id="crowd"/><userTask id="decide"/><endEvent id="end"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
                <sequenceFlow id="f2" sourceRef="review" targetRef="size"/>
                <sequenceFlow id="big" sourceRef="size" targetRef="crowd"><conditionExpression>${outcome == 'BIG'}</conditionExpression></sequenceFlow>
                <sequenceFlow id="small" sourceRef="size" targetRef="decide"/>
                <sequenceFlow id="f3" sourceRef="crowd" targetRef="decide"/>
                <sequenceFlow id="f4" sourceRef="decide" targetRef="end"/>
              </process>
            </definitions>
            """;

    private static final String PERMIT =
            """
            {"format": 1, "kind": "RESULT", "layout": "licence", "title": {"zh-CN": "灯会举办证"}, "numberLabel": "编号",
             "series": "灯会", "number": "{{organisation.letterCode}}灯会〔{year}〕{seq}号",
             "body": [{"columns": 1, "facts": [
               {"label": "举办人", "value": "{{applicant.name}}"},
               {"label": "灯组数", "value": "{{answers.lanterns}}"}]}]}
            """;

    private final List<City> cities = new ArrayList<>();

    /** Versions that the two nodes offered after the import. */
    List<Long> offered = new ArrayList<>();

    /** Steps that were open after each act, as the other node saw them. */
    List<String> way = new ArrayList<>();

    JsonNode end;

    /** The result as each node gives it out. */
    List<byte[]> papers = new ArrayList<>();

    static ImportedService at(TwoNodes nodes) {
        return new ImportedService(nodes);
    }

    private ImportedService(TwoNodes nodes) {
        for (PortalServer node : nodes.nodes()) {
            cities.add(new City(Api.at(node.url())));
        }
        cities.get(0)
                .as("admin")
                .post("/packages")
                .file("file", ITEM + ".zip", "application/zip", folder().zip())
                .send()
                .expect(200);
        for (PortalServer node : nodes.nodes()) {
            Api api = Api.at(node.url());
            Await.until(
                    ITEM + " at " + node.url(), () -> api.get("/items/" + ITEM).status() == 200);
            offered.add(api.get("/items/" + ITEM).expect(200).number("/version"));
        }
        aCase();
    }

    private static PackageFolder folder() {
        return PackageFolder.read("street-banner")
                .json("item.json", item -> {
                    item.put("code", ITEM).put("taskCode", "11000000000000000U3990117997000");
                    item.putArray("fees");
                    ((ObjectNode) item.get("result"))
                            .put("kind", "CERTIFICATE")
                            .put("template", "documents/lantern-permit.json")
                            .putObject("name")
                            .put("zh-CN", "灯会举办证");
                    ObjectNode crowd =
                            PackageFolder.in(item, "steps", "key", "review").deepCopy();
                    crowd.put("key", "crowd")
                            .put("post", "fire/reviewer")
                            .putObject("name")
                            .put("zh-CN", "人流安全");
                    item.withArray("steps").insert(1, crowd);
                    item.putArray("routing")
                            .add(
                                    Api.json(
                                            "{\"after\": \"review\", \"outcome\": \"BIG\", \"when\": {\"field\": \"lanterns\", \"atLeast\": 50}}"))
                            .add(Api.json("{\"after\": \"review\", \"outcome\": \"SMALL\"}"));
                })
                .json("form.json", form -> {
                    ObjectNode lanterns = ((ObjectNode) form.at("/sections/0"))
                            .withArray("fields")
                            .addObject();
                    lanterns.put("key", "lanterns")
                            .put("type", "number")
                            .put("required", true)
                            .put("min", 1);
                    lanterns.putObject("label").put("zh-CN", "灯组数");
                })
                .json("tests/granted.json", test -> {
                    ((ObjectNode) test.get("answers")).put("lanterns", 80);
                    ObjectNode expect = (ObjectNode) test.get("expect");
                    expect.put("fee", 0).putObject("routes").put("review", "BIG");
                })
                .put("documents/lantern-permit.json", PERMIT)
                .put("process.bpmn20.xml", PROCESS.strip());
    }

    private void aCase() {
        City one = cities.get(0);
        City two = cities.get(1);
        ObjectNode answers = two.answers("street-banner").put("lanterns", 80);
        Api citizen = two.as("chenjing");
        String no = two.submit(citizen, two.draftOf(citizen, ITEM, answers));
        one.act(one.as("window-1"), no, "ACCEPT");
        look(two, no);
        two.act(two.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "位置合适。");
        look(one, no);
        one.act(one.as("fire-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "疏散通道够宽。");
        look(two, no);
        two.act(two.as("urban-director"), no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "条例第十七条");
        Api applicant = one.as("chenjing");
        Await.until(
                "the result is served",
                () -> one.see(applicant, no).path("status").asText().equals("COMPLETED"));
        end = one.see(applicant, no);
        for (JsonNode document : end.path("documents")) {
            if (document.path("kind").asText().equals("RESULT")) {
                cities.forEach(city -> papers.add(city.as("chenjing")
                        .get("/documents/" + document.path("id").asText())
                        .expect(200)
                        .bytes()));
            }
        }
    }

    private void look(City city, String no) {
        city.see(city.as("urban-director"), no)
                .path("workItems")
                .forEach(work -> way.add(work.path("step").asText()));
    }
}
