package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 人员和权限: two security administrators change what an officer may do, and a third person can read it all. */
@OnServer
class StaffRightsIT {

    /** 卢嘉瑞, whom no other test needs while this one runs. */
    private static final String HE = "YZ2056";

    private static final List<String> HIS_POSTS = List.of("housing-fund/director");

    private final City city;
    private final Api first;
    private final Api second;

    StaffRightsIT(YiwangServer server) {
        this.city = new City(server);
        this.first = city.as("security-1");
        this.second = city.as("security-2");
    }

    private static ObjectNode order(List<String> roles, List<String> posts) {
        return Api.object("roles", roles, "posts", posts, "reason", "岗位调整通知第 3 号");
    }

    private String propose(String staffNo, List<String> roles, List<String> posts) {
        return first.post("/staff/" + staffNo + "/rights", order(roles, posts))
                .expect(201)
                .at("/id")
                .asText();
    }

    private JsonNode decide(Api who, String id, boolean granted) {
        return who.post("/rights-orders/" + id + "/decision", Api.object("granted", granted, "words", "材料不齐"))
                .expect(200)
                .json();
    }

    private JsonNode him() {
        return first.get("/staff/" + HE).expect(200).json();
    }

    @BeforeEach
    @AfterEach
    void asHeWas() {
        for (JsonNode open : first.get("/rights-orders").expect(200).at("/items")) {
            decide(
                    open.path("mayDecide").asBoolean() ? first : second,
                    open.path("id").asText(),
                    false);
        }
        if (!texts(him().path("roles")).equals(List.of("OFFICER"))
                || !texts(him().path("posts")).equals(HIS_POSTS)) {
            decide(second, propose(HE, List.of("OFFICER"), HIS_POSTS), true);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Test
    void whatTwoAgreeOnHoldsFromHisNextRequest() {
        Api he = city.as("fund-director");
        he.get("/calendars").problem(403, "FORBIDDEN");
        String id = propose(HE, List.of("OFFICER", "SUPERVISOR"), List.of("housing-fund/director", "hall/watch"));
        assertEquals(List.of("OFFICER"), texts(him().path("roles")), "nothing changes before a second agrees");
        he.get("/calendars").problem(403, "FORBIDDEN");
        JsonNode granted = decide(second, id, true);
        assertEquals("GRANTED", granted.path("state").asText());
        assertEquals(List.of("OFFICER", "SUPERVISOR"), sorted(him().path("roles")));
        assertEquals(List.of("hall/watch", "housing-fund/director"), sorted(him().path("posts")));
        he.get("/calendars").expect(200);
    }

    private static List<String> sorted(JsonNode list) {
        return texts(list).stream().sorted().toList();
    }

    @Test
    @DisplayName("安全员不能给自己授权")
    void nobodyGrantsAnythingToHimself() {
        first.post("/staff/YZ1973/rights", order(List.of("ADMIN"), List.of())).problem(409, "OWN_RIGHTS");
        String id = propose("YZ1974", List.of("SUPERVISOR"), List.of());
        second.post("/rights-orders/" + id + "/decision", Api.object("granted", true))
                .problem(409, "OWN_RIGHTS");
        first.post("/rights-orders/" + id + "/decision", Api.object("granted", true))
                .problem(409, "OWN_ORDER");
        for (JsonNode open : first.get("/rights-orders").expect(200).at("/items")) {
            assertFalse(open.path("mayDecide").asBoolean(), "neither of the two");
        }
        // Who may neither propose nor decide it can still take it from the table: a third one is made for it.
        String third = propose(HE, List.of("SECURITY_ADMIN"), List.of());
        decide(second, third, true);
        Api he = city.as("fund-director");
        assertEquals("REFUSED", decide(he, id, false).path("state").asText());
        decide(second, propose(HE, List.of("OFFICER"), HIS_POSTS), true);
    }

    @Test
    @DisplayName("三员互斥:同一人不能有两员角色")
    void twoOfTheThreeAreRefusedAndSoIsOneWithAPost() {
        for (List<String> two : List.of(
                List.of("ADMIN", "AUDIT_ADMIN"),
                List.of("ADMIN", "SECURITY_ADMIN"),
                List.of("SECURITY_ADMIN", "AUDIT_ADMIN"))) {
            first.post("/staff/" + HE + "/rights", order(two, List.of()))
                    .problem(422, "INVALID")
                    .error("roles", "SEPARATE_DUTIES");
        }
        first.post("/staff/" + HE + "/rights", order(List.of("AUDIT_ADMIN"), HIS_POSTS))
                .problem(422, "INVALID")
                .error("roles", "SEPARATE_DUTIES");
        assertEquals(List.of("OFFICER"), texts(him().path("roles")));
    }

    @Test
    void onlySecurityAdministratorsGrantAndOnlyTheAuditorReadsTheLog() {
        for (String other : List.of("admin", "audit-1", "supervisor", "civil-director", "chenjing")) {
            city.as(other)
                    .post("/staff/" + HE + "/rights", order(List.of("SUPERVISOR"), List.of()))
                    .problem(403, "FORBIDDEN");
        }
        for (String other : List.of("supervisor", "civil-director", "chenjing")) {
            city.as(other).get("/staff").problem(403, "FORBIDDEN");
        }
        for (String other : List.of("admin", "security-1", "supervisor", "chenjing")) {
            city.as(other).get("/rights-orders/log").problem(403, "FORBIDDEN");
        }
        String id = propose(HE, List.of("SUPERVISOR"), List.of());
        for (String other : List.of("admin", "audit-1", "supervisor")) {
            city.as(other)
                    .post("/rights-orders/" + id + "/decision", Api.object("granted", true))
                    .problem(403, "FORBIDDEN");
        }
        decide(second, id, false);
        JsonNode newest =
                city.as("audit-1").get("/rights-orders/log?limit=2").expect(200).json();
        assertEquals(List.of("REFUSED", "PROPOSED"), newest.path("items").findValuesAsText("kind"));
        assertEquals("方正则（YZ1974）", newest.at("/items/0/by").asText());
        assertEquals("材料不齐", newest.at("/items/0/reason").asText());
        JsonNode older = city.as("audit-1")
                .get("/rights-orders/log?limit=1&after="
                        + newest.at("/items/0/id").asText())
                .expect(200)
                .json();
        assertEquals("PROPOSED", older.at("/items/0/kind").asText(), "page by page");
    }

    @Test
    void whatIsWrongIsSaidByFieldAndNothingIsOpened() {
        first.post("/staff/YZ0000/rights", order(List.of(), List.of())).problem(404, "NOT_FOUND");
        first.post(
                        "/staff/" + HE + "/rights",
                        Api.object("roles", List.of("KIOSK"), "posts", List.of("nowhere/post", "x")))
                .problem(422, "INVALID")
                .error("roles", "NOT_OFFERED")
                .error("posts", "NOT_OFFERED")
                .error("reason", "REQUIRED");
        first.post("/staff/" + HE + "/rights", order(List.of("OFFICER"), HIS_POSTS))
                .problem(422, "INVALID")
                .error("roles", "SAME");
        assertTrue(first.get("/rights-orders").expect(200).at("/items").isEmpty());
        String id = propose(HE, List.of(), List.of());
        first.post("/staff/" + HE + "/rights", order(List.of("SUPERVISOR"), List.of()))
                .problem(409, "ORDER_OPEN");
        second.post("/rights-orders/" + id + "/decision", Api.object("granted", false))
                .problem(422, "INVALID")
                .error("words", "REQUIRED");
        decide(second, id, false);
        second.post("/rights-orders/" + id + "/decision", Api.object("granted", true))
                .problem(409, "DECIDED");
    }
}
