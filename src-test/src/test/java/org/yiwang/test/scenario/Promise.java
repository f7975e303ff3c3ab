package org.yiwang.test.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.yiwang.test.Api;
import org.yiwang.test.Reply;

/** 书面承诺: cases in which something was only promised, and what supplies it. */
public final class Promise {

    private final City city;

    public Promise(City city) {
        this.city = city;
    }

    /** A draft of the package's granted test with every material but this one. */
    public String draftWithout(Api who, ObjectNode order, String material) {
        String item = order.path("itemCode").asText();
        return draftWithout(who, order, city.answers(item), material);
    }

    public String draftWithout(Api who, ObjectNode order, JsonNode answers, String material) {
        String id = City.filled(who, order, answers);
        for (JsonNode key : City.granted(order.path("itemCode").asText()).at("/expect/materials")) {
            if (!key.asText().equals(material)) {
                city.attach(who, id, key.asText());
            }
        }
        city.electronic(who, id);
        return id;
    }

    /** 容缺: signs to supply the material within so many days. */
    public Reply later(Api who, String draft, String material, int days, String signature) {
        return put(
                who,
                draft,
                Api.object(
                        "later",
                        List.of(Map.of("material", material, "days", days, "reason", "正在补办")),
                        "commitment",
                        false,
                        "signature",
                        signature));
    }

    /** Both at once. */
    public Reply both(Api who, String draft, String material, int days, String signature) {
        return put(
                who,
                draft,
                Api.object(
                        "later",
                        List.of(Map.of("material", material, "days", days, "reason", "正在补办")),
                        "commitment",
                        true,
                        "signature",
                        signature));
    }

    /** 告知承诺 in place of the proof. */
    public Reply commit(Api who, String draft, String signature) {
        return put(who, draft, Api.object("later", List.of(), "commitment", true, "signature", signature));
    }

    private static Reply put(Api who, String draft, ObjectNode wish) {
        String version = who.get("/drafts/" + draft).expect(200).text("/version");
        return who.put("/drafts/" + draft + "/promises")
                .ifMatch(version)
                .json(wish)
                .send();
    }

    /** The files of SUPPLY_DEFERRED or WITHDRAW_COMMITMENT: one PDF uploaded for the case. */
    public List<Map<String, String>> files(Api who, String no, String material) {
        String id = who.post("/cases/" + no + "/files")
                .file("file", material + ".pdf", "application/pdf", City.pdf())
                .send()
                .expect(201)
                .text("/id");
        return List.of(Map.of("requirement", material, "fileId", id));
    }

    /** Off the list of the dishonest, should an earlier run or another test have left him or a principal of his on it. */
    public void clear(Api who) {
        for (JsonNode entry : who.get("/credit/mine").expect(200).json().path("items")) {
            if (entry.path("active").asBoolean() && !entry.has("pending")) {
                repair(who, entry);
            }
        }
    }

    /** He asks for repair, and an officer who did not enter him grants it. */
    public JsonNode repair(Api who, JsonNode entry) {
        String id = entry.path("id").asText();
        who.post("/credit/entries/" + id + "/requests", Api.object("kind", "REPAIR", "text", "已经改正，今后按期履行。"))
                .expect(201);
        return city.as("credit-1")
                .post(
                        "/credit/entries/" + id + "/decision",
                        Api.object(
                                "grant",
                                true,
                                "reason",
                                "已经纠正。",
                                "seenVersion",
                                entry.path("version").asLong()))
                .expect(200)
                .json();
    }

    /** The case once everything that was ordered is made; another round while a worker still has some of it in hand. */
    public JsonNode settled(Api who, String no, String status) {
        JsonNode view = city.see(who, no);
        for (int round = 0; round < 20 && !view.path("status").asText().equals(status); round++) {
            city.settle();
            view = city.see(who, no);
        }
        return view;
    }
}
