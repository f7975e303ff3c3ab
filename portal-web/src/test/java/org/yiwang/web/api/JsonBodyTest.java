package org.yiwang.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.LocalText;

class JsonBodyTest {

    record Line(String name, int count) {}

    record Order(String code, List<Line> lines, boolean urgent) {}

    @Test
    void readsWhatIsWellFormed() {
        Order order = read("{\"code\":\"a\",\"lines\":[{\"name\":\"纸\",\"count\":2}],\"urgent\":true}");

        assertEquals("纸", order.lines().get(0).name());
    }

    @Test
    void namesTheUnknownFieldWithItsPath() {
        ApiProblem problem =
                assertThrows(ApiProblem.class, () -> read("{\"lines\":[{\"name\":\"a\",\"count\":1,\"cuont\":2}]}"));

        assertEquals(422, problem.status());
        assertEquals("lines[0].cuont", problem.errors().get(0).path());
        assertEquals("UNKNOWN_FIELD", problem.errors().get(0).code());
        assertTrue(problem.getMessage().contains("lines[0].cuont"));
    }

    @Test
    void namesTheFieldOfTheWrongType() {
        for (String count : List.of("\"two\"", "\"2\"", "2.5", "null", "[1]", "true")) {
            ApiProblem problem =
                    assertThrows(ApiProblem.class, () -> read("{\"lines\":[{\"count\":" + count + "}]}"), count);
            assertEquals("lines[0].count", problem.errors().get(0).path(), count);
            assertEquals("WRONG_TYPE", problem.errors().get(0).code(), count);
        }
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String body : List.of("{", "{\"code\":}", "{\"code\":\"a\",}", "hello", "{\"code\":\"a\"")) {
            ApiProblem problem = assertThrows(ApiProblem.class, () -> read(body), body);
            assertEquals(400, problem.status(), body);
            assertEquals("MALFORMED_JSON", problem.code(), body);
        }
    }

    @Test
    void refusesWhatIsNotOneObject() {
        for (String body : List.of("[]", "1", "\"a\"", "{} {}")) {
            assertEquals(
                    422, assertThrows(ApiProblem.class, () -> read(body), body).status(), body);
        }
    }

    @Test
    void refusesTheSameFieldTwice() {
        assertEquals(
                400,
                assertThrows(ApiProblem.class, () -> read("{\"code\":\"a\",\"code\":\"b\"}"))
                        .status());
    }

    @Test
    void refusesNestingThatCouldExhaustTheStack() {
        byte[] body = ("[".repeat(5000) + "]".repeat(5000)).getBytes(StandardCharsets.UTF_8);

        assertEquals(
                "JSON_TOO_COMPLEX",
                assertThrows(ApiProblem.class, () -> JsonBody.read(body, JsonNode.class))
                        .code());
    }

    @Test
    void refusesAnEmptyBody() {
        assertEquals(
                "BODY_REQUIRED", assertThrows(ApiProblem.class, () -> read("")).code());
    }

    @Test
    void tellsNoClassNames() {
        ApiProblem problem = assertThrows(ApiProblem.class, () -> read("{\"lines\":\"x\"}"));

        assertFalse(problem.getMessage().contains("java"), problem.getMessage());
        assertFalse(problem.getMessage().contains("Order"), problem.getMessage());
    }

    @Test
    void writesDatesAsIsoTextAndEmptyOptionalsAsNull() {
        record Answer(Instant at, LocalDate on, Optional<String> some, Optional<String> none) {}

        assertEquals(
                "{\"at\":\"2026-11-21T01:02:03.004Z\",\"on\":\"2026-11-21\",\"some\":\"a\",\"none\":null}",
                ApiJson.write(new Answer(
                        Instant.parse("2026-11-21T01:02:03.004Z"),
                        LocalDate.of(2026, 11, 21),
                        Optional.of("a"),
                        Optional.empty())));
    }

    @Test
    void writesTextsByLanguageAndLeavesOutWhatNobodyHasTranslated() {
        assertEquals(
                "[{\"zh-CN\":\"高龄津贴\",\"en\":\"Old-age allowance\"},{\"zh-CN\":\"居住证\"}]",
                ApiJson.write(List.of(new LocalText("高龄津贴", "Old-age allowance"), LocalText.of("居住证"))));
    }

    private static Order read(String json) {
        return (Order) JsonBody.read(json.getBytes(StandardCharsets.UTF_8), Order.class);
    }
}
