package org.yiwang.workflow.notification.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.identity.Post;
import org.yiwang.workflow.notification.Recipient;

class NoticeTextsTest {

    private static final String CASE_NO = "999900202603020000017";

    private final NoticeTexts texts = new NoticeTexts();

    private static ObjectNode params() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void everyTextNamesTheCaseAndLeavesNothingOpen() {
        for (String topic : texts.topics()) {
            NoticeTexts.Text text = texts.write(topic, CASE_NO, "高龄津贴", params());
            assertTrue(text.body().contains(CASE_NO), topic);
            assertTrue(text.title().contains("高龄津贴"), topic);
            String all = text.title() + text.body();
            assertFalse(all.matches("(?s).*[{}\\[\\]].*"), all);
            assertFalse(all.contains("，。") || all.contains("，，"), all);
        }
    }

    @Test
    void datesAreSpoken() {
        String body = texts.write("case.correction", CASE_NO, "居住证", params().put("dueOn", "2026-03-09"))
                .body();
        assertTrue(body.contains("2026年3月9日"), body);
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        String body = texts.write("case.correction", CASE_NO, "居住证", params().put("dueOn", "null"))
                .body();
        assertFalse(body.contains("null"), body);
        assertFalse(body.contains("请在"), body);
    }

    @Test
    void moneyIsToldInYuan() {
        String body = texts.write("case.feeDue", CASE_NO, "道路挖掘", params().put("cents", 150005))
                .body();
        assertTrue(body.contains("1500.05 元"), body);
    }

    @Test
    void anUnknownTopicStillTellsSomething() {
        assertTrue(texts.write("case.somethingNew", CASE_NO, "居住证", null).body().contains(CASE_NO));
    }

    @Test
    void whatIsToldCannotBeMistakenForATemplate() {
        String body = texts.write("work.new", CASE_NO, "居住证", params().put("step", "$1 {caseNo} [x]"))
                .body();
        assertTrue(body.contains("$1"), body);
    }

    @Test
    void recipientsReadWhatTheyWrite() {
        assertEquals(Recipient.party(7), Recipient.parse("party:7"));
        assertEquals(Recipient.officer(3), Recipient.parse("officer:3"));
        assertEquals(Recipient.post(new Post("hall", "window")), Recipient.parse("hall/window"));
        assertEquals(
                Recipient.post(new Post("hall", "window")),
                Recipient.parse(Recipient.parse("hall/window").toString()));
        assertThrows(IllegalArgumentException.class, () -> Recipient.parse("nobody"));
    }
}
