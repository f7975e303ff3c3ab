package org.yiwang.forms.catalogue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConditionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same file judges the browser's script. */
    @TestFactory
    List<DynamicTest> holdsAsTheVectorsSay() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = getClass().getResourceAsStream("/conditions.json")) {
            for (JsonNode vector : JSON.readTree(in).path("vectors")) {
                tests.add(DynamicTest.dynamicTest(
                        vector.path("name").asText(),
                        () -> assertEquals(
                                vector.path("holds").booleanValue(),
                                Condition.parse(vector.path("condition")).holds(vector.path("answers")))));
            }
        }
        assertTrue(tests.size() > 50);
        return tests;
    }

    @Test
    void refusesWhatIsNoConditionAndSaysWhere() throws IOException {
        for (String wrong : List.of(
                "[]",
                "{}",
                "{\"field\":\"a\"}",
                "{\"field\":\"a\",\"is\":\"x\",\"in\":[\"x\"]}",
                "{\"field\":\"a\",\"is\":{\"b\":1}}",
                "{\"field\":\"a\",\"equals\":\"x\"}",
                "{\"all\":[],\"any\":[]}",
                "{\"not\":[]}")) {
            assertThrows(DefinitionException.class, () -> Condition.parse(JSON.readTree(wrong)), wrong);
        }
        DefinitionException nested = assertThrows(
                DefinitionException.class,
                () -> Condition.parse(JSON.readTree("{\"all\":[{\"field\":\"a\",\"is\":1},{\"field\":\"b\"}]}")));
        assertEquals("all[1]", nested.path());
    }

    @Test
    void knowsTheFieldsItLooksAt() throws IOException {
        Condition condition = Condition.parse(
                JSON.readTree("{\"any\":[{\"field\":\"b.c\",\"is\":1},{\"not\":{\"field\":\"a\",\"present\":true}}]}"));
        assertEquals(Set.of("a", "b.c"), condition.fields());
    }
}
