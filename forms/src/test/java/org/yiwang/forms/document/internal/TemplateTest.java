package org.yiwang.forms.document.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** 模板检查: what could not be drawn is found when a template is read, not when the first licence is issued. */
class TemplateTest {

    private static Template read(String layout, String body, String after) {
        String json = "{\"format\": 1, \"kind\": \"RESULT\", \"layout\": \"" + layout
                + "\", \"title\": {\"zh-CN\": \"许可证\"}, \"series\": \"许\", \"number\": \"{seq}\", \"body\": [" + body
                + "], \"after\": [" + after + "]}";
        return Template.read("documents/result.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String words, String layout, String body, String after) {
        String said = assertThrows(IllegalArgumentException.class, () -> read(layout, body, after))
                .getMessage();
        assertTrue(said.contains(words), said);
    }

    @Test
    void aLicenceHasOnlyFacts() {
        assertDoesNotThrow(() -> read("licence", "{\"facts\": [[\"名称\", \"甲\"]]}", ""));
        for (String other :
                new String[] {"{\"text\": \"一段话\"}", "{\"heading\": \"标题\"}", "{\"signatures\": [\"签收\"]}"}) {
            assertDoesNotThrow(() -> read("letter", other, ""));
            refused("只能有 facts", "licence", other, "");
        }
    }

    @Test
    void aConditionOfOneFactIsLookedAtToo() {
        refused(
                "有误",
                "licence",
                "{\"facts\": [{\"label\": \"名称\", \"value\": \"甲\", \"when\": {\"fied\": \"x\"}}]}",
                "");
    }

    @Test
    void whatComesLastIsLookedAtToo() {
        refused("没有这种段落", "letter", "{\"text\": \"一段话\"}", "{\"tekst\": \"又一段\"}");
    }
}
