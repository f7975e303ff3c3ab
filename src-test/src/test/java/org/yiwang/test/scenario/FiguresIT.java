package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 考核指标: what the running city comes to, and that one case more moves the numbers by just one. */
@OnServer
class FiguresIT {

    private final City city;

    FiguresIT(YiwangServer server) {
        this.city = new City(server);
    }

    private static JsonNode figure(JsonNode figures, String key) {
        for (JsonNode one : figures.path("figures")) {
            if (one.path("key").asText().equals(key)) {
                return one;
            }
        }
        throw new AssertionError("no " + key + " in " + figures);
    }

    private JsonNode of(String scope) {
        return city.nobody().get("/figures?scope=" + scope).expect(200).json();
    }

    @Test
    @DisplayName("自带目录达到目标：网上可办、一窗受理、材料减少；每个指标带分子、分母、截至日、口径版本")
    void theCatalogueMeetsItsTargets() {
        JsonNode figures = of("city");
        for (String key : new String[] {"ONLINE_RATE", "ONE_WINDOW_RATE", "MATERIAL_CUT_RATE"}) {
            JsonNode figure = figure(figures, key);
            assertTrue(figure.path("met").asBoolean(), figure.toString());
            assertEquals(city.today().toString(), figure.path("asOf").asText());
            assertFalse(figure.path("definitionVersion").asText().isEmpty());
        }
        assertTrue(figure(figures, "ONE_VISIT_RATE").path("numerator").asInt() >= 100);
    }

    @Test
    @DisplayName("下钻：明细加起来就是分子和分母，不计入的写明原因")
    void theListAddsUpToTheFigure() {
        long numerator = 0;
        long denominator = 0;
        long excluded = 0;
        String after = "";
        JsonNode page;
        do {
            page = city.nobody()
                    .get("/figures/MATERIAL_CUT_RATE/items?limit=100&after=" + after)
                    .expect(200)
                    .json();
            for (JsonNode line : page.path("items")) {
                numerator += line.path("numerator").asLong();
                denominator += line.path("denominator").asLong();
                excluded += line.path("excluded").isTextual() ? 1 : 0;
            }
            after = page.path("next").asText("");
        } while (!after.isEmpty() && !after.equals("null"));
        assertEquals(page.at("/figure/numerator").asLong(), numerator);
        assertEquals(page.at("/figure/denominator").asLong(), denominator);
        assertEquals(page.at("/figure/excluded").asLong(), excluded);
    }

    @Test
    @DisplayName("一次受理通过率：没有补正的受理件两边各加一，补正过的只加分母")
    void oneCaseMoreMovesTheNumbersByOne() {
        String department = "civil-affairs";
        JsonNode before = figure(of(department), "FIRST_PASS_RATE");
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        JsonNode after = figure(of(department), "FIRST_PASS_RATE");
        assertEquals(
                before.path("numerator").asLong() + 1, after.path("numerator").asLong());
        assertEquals(
                before.path("denominator").asLong() + 1,
                after.path("denominator").asLong());
        JsonNode cases = city.as("supervisor")
                .get("/figures/FIRST_PASS_RATE/cases?limit=100&scope=" + department)
                .expect(200)
                .json();
        assertTrue(cases.path("cases").findValuesAsText("caseNo").contains(no));
        assertFalse(
                cases.toString().contains("陈静"), "numbers of cases, no persons: the case itself is read where one may");
    }

    @Test
    @DisplayName("撤回的也是办结件：网上办件率两边各加一")
    void aCaseThatEndsCountsByItsChannel() {
        JsonNode before = figure(of("civil-affairs"), "ONLINE_CASE_RATE");
        Api citizen = city.as("chenjing");
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(citizen, no, "WITHDRAW", "reason", "暂时不办了。");
        JsonNode after = figure(of("civil-affairs"), "ONLINE_CASE_RATE");
        assertEquals(
                before.path("numerator").asLong() + 1, after.path("numerator").asLong());
        assertEquals(
                before.path("denominator").asLong() + 1,
                after.path("denominator").asLong());
    }

    @Test
    @DisplayName("指标的办件明细只给监督和管理人员；没有的部门、没有的指标 404")
    void refusals() {
        city.as("window-1").get("/figures/ON_TIME_RATE/cases").problem(403, "FORBIDDEN");
        city.nobody().get("/figures?scope=moon").problem(404, "NOT_FOUND");
        city.nobody().get("/figures/MOON_RATE/items").problem(404, "NOT_FOUND");
        city.nobody().get("/figures/ON_TIME_RATE/items").problem(422, "INVALID");
        city.as("supervisor").get("/figures/ONLINE_RATE/cases").problem(404, "NOT_FOUND");
    }

    @Test
    @DisplayName("谁在用：数据元和标准材料在哪些事项里，哪里写法不同")
    void whoUsesWhat() {
        Api admin = city.as("admin");
        JsonNode uses =
                admin.get("/bank/elements/person.phone/uses").expect(200).json();
        assertTrue(uses.path("items").size() > 90, "nearly every service asks for a phone");
        for (JsonNode use : uses.path("items")) {
            assertTrue(use.path("place").asText().startsWith("form.json#sections["), use.toString());
        }
        boolean renamed = false;
        for (JsonNode use : uses.path("items")) {
            renamed |= use.path("differs").toString().contains("label");
        }
        assertTrue(renamed, "some call it 手机号码");
        JsonNode registers =
                admin.get("/bank/materials/household-register/uses").expect(200).json();
        assertTrue(registers.path("items").findValuesAsText("item").contains("hukou-birth"));
        city.as("window-1").get("/bank/elements").problem(403, "FORBIDDEN");
        admin.get("/bank/elements/person.shoeSize/uses").problem(404, "NOT_FOUND");
    }
}
