package org.yiwang.test.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.YiwangServer;

/**
 * 街头集市（测试）: a service that only tests publish, with all that a process may ask of several officers: a look beforehand,
 * then side by side a 会签 of three departments and a 或签 of two posts followed by a second look, then a summary and the
 * decision.
 */
public final class StreetFair {

    public static final String ITEM = "street-fair";

    private static final String PROCESS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="https://yiwang.org/processes">
              <process id="street-fair" name="街头集市" isExecutable="true">
                <startEvent id="start"/><userTask id="precheck"/><parallelGateway id="fork"/>
                <userTask id="joint"/><userTask id="either"/><userTask id="site"/>
                <parallelGateway id="join"/><userTask id="summary"/><userTask id="decide"/><endEvent id="end"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="precheck"/>
                <sequenceFlow id="f2" sourceRef="precheck" targetRef="fork"/>
                <sequenceFlow id="f3" sourceRef="fork" targetRef="joint"/>
                <sequenceFlow id="f4" sourceRef="fork" targetRef="either"/>
                <sequenceFlow id="f5" sourceRef="either" targetRef="site"/>
                <sequenceFlow id="f6" sourceRef="joint" targetRef="join"/>
                <sequenceFlow id="f7" sourceRef="site" targetRef="join"/>
                <sequenceFlow id="f8" sourceRef="join" targetRef="summary"/>
                <sequenceFlow id="f9" sourceRef="summary" targetRef="decide"/>
                <sequenceFlow id="f10" sourceRef="decide" targetRef="end"/>
              </process>
            </definitions>
            """;

    private final City city;

    public StreetFair(YiwangServer server) {
        this.city = new City(server);
        publish();
    }

    private void publish() {
        city.as("admin")
                .post("/packages")
                .file("file", ITEM + ".zip", "application/zip", folder().zip())
                .send()
                .expect(200);
        Await.until(
                ITEM + " in the catalogue",
                () -> city.nobody().get("/items/" + ITEM).status() == 200);
    }

    private static PackageFolder folder() {
        return PackageFolder.read("street-banner")
                .json("item.json", item -> {
                    item.put("code", ITEM).put("taskCode", "11000000000000000U3990117998000");
                    item.with("name").put("zh-CN", "街头集市许可（测试）").put("en", "Street fair permit (for tests)");
                    ArrayNode steps = item.withArray("steps");
                    JsonNode review = steps.get(0).deepCopy();
                    JsonNode decide = steps.get(1).deepCopy();
                    steps.removeAll();
                    step(steps, review, "precheck", "预审", "REVIEW", "urban/reviewer");
                    sign(
                            step(steps, review, "joint", "三方会签", "CO_APPROVAL", "traffic-police/reviewer"),
                            "ALL",
                            "traffic-police/reviewer",
                            "housing/reviewer",
                            "fire/reviewer");
                    sign(
                            step(steps, review, "either", "卫生或市场", "REVIEW", "market/reviewer"),
                            "ANY",
                            "market/reviewer",
                            "health/reviewer");
                    step(steps, review, "site", "场地复核", "REVIEW", "urban/inspector");
                    step(steps, review, "summary", "汇总", "REVIEW", "urban/reviewer")
                            .put("batch", true);
                    ((ObjectNode) decide).put("returnTo", "summary").put("batch", true);
                    steps.add(decide);
                })
                .json("form.json", form -> form.findParents("neededFor")
                        .forEach(field ->
                                ((ObjectNode) field).putObject("neededFor").put("review", "summary")))
                .json("tests/granted.json", test -> test.with("expect").remove("routes"))
                .put("process.bpmn20.xml", PROCESS.strip());
    }

    private static ObjectNode step(ArrayNode steps, JsonNode like, String key, String name, String role, String post) {
        ObjectNode step = like.deepCopy();
        step.put("key", key).put("role", role).put("post", post).remove("returnTo");
        step.putObject("name").put("zh-CN", name);
        steps.add(step);
        return step;
    }

    private static void sign(ObjectNode step, String mode, String... posts) {
        ArrayNode list = step.putObject("sign").put("mode", mode).putArray("posts");
        List.of(posts).forEach(list::add);
    }

    /** A case that was accepted and waits at the look beforehand. */
    public String accepted() {
        Api citizen = city.as("chenjing");
        String no = city.submit(citizen, city.draftWithout(citizen, ITEM, city.answers("street-banner")));
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    /** The same past the look beforehand: both branches are open. */
    public String forked() {
        String no = accepted();
        agree("urban-reviewer", no);
        return no;
    }

    /** The same with both branches done. */
    public String joined() {
        String no = forked();
        agree("traffic-reviewer", no);
        agree("housing-reviewer", no);
        agree("fire-reviewer", no);
        agree("market-reviewer", no);
        agree("urban-inspector-1", no);
        return no;
    }

    public JsonNode agree(String login, String no) {
        return city.act(city.as(login), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
    }

    /** Keys of the steps that are open, in the order of their work, one for each piece of it. */
    public List<String> open(String no) {
        List<String> steps = new ArrayList<>();
        city.see(city.as("urban-director"), no)
                .path("workItems")
                .forEach(work -> steps.add(work.path("step").asText()));
        steps.sort(null);
        return steps;
    }
}
