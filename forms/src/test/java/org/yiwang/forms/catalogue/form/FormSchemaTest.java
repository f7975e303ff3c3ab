package org.yiwang.forms.catalogue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.internal.PackageSource;

/** The schema for programs never refuses what the platform accepts, and says what it can. */
class FormSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Signer ANYBODY = new Signer("test", Set.of(), Signer.Way.TYPED, Instant.EPOCH);
    private static final int VARIANTS = 25;

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    /** As they are written in the tests of every package, and as others would write them. */
    @TestFactory
    List<DynamicTest> whatThePlatformAcceptsTheSchemaAccepts() {
        return PackageSource.shipped().stream()
                .map(found -> DynamicTest.dynamicTest(found.origin(), () -> everyTest(found.read())))
                .toList();
    }

    private static void everyTest(ServicePackage found) throws IOException {
        FormDefinition form = found.item().form();
        SchemaCheck schema = new SchemaCheck(form.schema("urn:test", "test"));
        int accepted = 0;
        for (Map.Entry<String, byte[]> file : found.files().entrySet()) {
            if (!file.getKey().matches("tests/[^/]+\\.json")) {
                continue;
            }
            JsonNode test = JSON.readTree(new String(file.getValue(), StandardCharsets.UTF_8));
            LocalDate today = LocalDate.parse(test.path("today").asText());
            Random random = new Random(7);
            for (int i = 0; i < VARIANTS; i++) {
                JsonNode raw = i == 0 ? test.path("answers") : otherwise(test.path("answers"), random);
                if (accepted(form, raw, today)) {
                    accepted++;
                    assertTrue(schema.accepts(raw), () -> file.getKey() + " " + raw);
                    JsonNode normal = form.normalise(raw, today);
                    assertTrue(schema.accepts(normal), () -> file.getKey() + " normalised " + normal);
                }
            }
        }
        assertTrue(accepted > 0, "a test that is accepted");
    }

    private static boolean accepted(FormDefinition form, JsonNode raw, LocalDate today) {
        ObjectNode answers = form.normalise(raw, today);
        form.sign(answers, ANYBODY);
        return form.check(answers, today, Language.ZH).isEmpty();
    }

    /** The same answers as somebody else would send them: with blanks, wide digits, as texts, emptied, left out. */
    private static JsonNode otherwise(JsonNode answers, Random random) {
        if (answers.isObject()) {
            ObjectNode out = JSON.createObjectNode();
            answers.properties().forEach(answer -> {
                int dice = random.nextInt(14);
                if (dice == 0) {
                    return;
                }
                out.set(
                        answer.getKey(),
                        dice == 1 ? TextNode.valueOf(" ") : dice == 2 ? null : otherwise(answer.getValue(), random));
            });
            return out;
        }
        if (answers.isArray()) {
            ArrayNode out = JSON.createArrayNode();
            answers.forEach(one -> out.add(otherwise(one, random)));
            if (random.nextInt(6) == 0) {
                out.add(answers.path(0).isObject() ? JSON.createObjectNode() : TextNode.valueOf(""));
            }
            return out;
        }
        return switch (random.nextInt(9)) {
            case 0 -> TextNode.valueOf(" " + answers.asText() + "\u3000");
            case 1 -> TextNode.valueOf(wide(answers.asText()));
            case 2 -> TextNode.valueOf(answers.asText());
            case 3 -> TextNode.valueOf(answers.asText().replace("-", "/"));
            case 4 -> TextNode.valueOf(answers.asText().toLowerCase(java.util.Locale.ROOT));
            default -> answers;
        };
    }

    private static String wide(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c > 0x20 && c < 0x7f ? c + 0xFEE0 : c)));
        return out.toString();
    }

    private static final FormDefinition FORM = FormDefinition.parse(
            json(
                    """
            {'format':1,'sections':[{'key':'one','title':{'zh-CN':'一'},'fields':[
              {'key':'name','type':'text','label':{'zh-CN':'姓名'},'required':true,'maxLength':5},
              {'key':'area','type':'number','label':{'zh-CN':'面积'},'min':1,'max':200},
              {'key':'kind','type':'choice','label':{'zh-CN':'类型'},'required':true,'options':[
                {'value':'a','label':{'zh-CN':'甲'}},{'value':'b','label':{'zh-CN':'乙'}}]},
              {'key':'other','type':'text','label':{'zh-CN':'其他'},'required':true,'showWhen':{'field':'kind','is':'b'}},
              {'key':'more','type':'text','label':{'zh-CN':'说明'},'requireWhen':{'not':{'field':'kind','is':'b'}}},
              {'key':'members','type':'rows','label':{'zh-CN':'成员'},'minRows':1,'fields':[
                {'key':'id','type':'idNumber','label':{'zh-CN':'号码'},'required':true},
                {'key':'total','type':'computed','label':{'zh-CN':'合计'},'compute':{'sum':['id']}}]}]}]}
            """));
    private static final SchemaCheck SCHEMA = new SchemaCheck(FORM.schema("urn:test", "test"));

    private static boolean accepts(String answers) {
        return SCHEMA.accepts(json("{" + answers + "}"));
    }

    private static final String MEMBERS = "'members':[{'id':'999999199001010016'}]";

    @Test
    void aProgramIsToldWhatIsMissingOrCannotBe() {
        assertTrue(accepts("'name':'王','kind':'b','other':'x'," + MEMBERS));
        assertFalse(accepts("'kind':'b','other':'x'," + MEMBERS), "name");
        assertFalse(accepts("'name':'王秀兰王秀兰','kind':'b','other':'x'," + MEMBERS), "too long");
        assertFalse(accepts("'name':'王','kind':'c','other':'x'," + MEMBERS), "no such option");
        assertFalse(accepts("'name':'王','kind':'b'," + MEMBERS), "asked for kind b");
        assertFalse(accepts("'name':'王','kind':'a'," + MEMBERS), "needed for kind a");
        assertFalse(accepts("'name':'王','kind':'b','other':'x','area':201," + MEMBERS), "too large");
        assertFalse(accepts("'name':'王','kind':'b','other':'x','members':[]"), "at least one");
        assertFalse(accepts("'name':'王','kind':'b','other':'x','members':[{'id':'12345'}]"), "no ID number");
    }

    @Test
    void whatIsPutRightOrDroppedIsLetThrough() {
        assertTrue(accepts("'name':'  王秀兰王  ','kind':' b ','area':'１２','members':[{'id':'99999919900101001 6'},{}]"));
        assertTrue(accepts("'name':'王','kind':'a','more':'x','other':{'never':'asked'},'unknown':1," + MEMBERS));
    }

    @Test
    void whatIsWorkedOutIsReadOnly() {
        JsonNode total =
                FORM.schema("urn:test", "test").at("/properties/members/anyOf/0/items/anyOf/0/properties/total");
        assertTrue(total.path("readOnly").asBoolean());
        List<String> required = new ArrayList<>();
        FORM.schema("urn:test", "test").path("required").forEach(name -> required.add(name.asText()));
        assertEquals(List.of("name", "kind", "members"), required);
    }
}
