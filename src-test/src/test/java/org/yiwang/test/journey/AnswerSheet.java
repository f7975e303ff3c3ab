package org.yiwang.test.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** 填表: fills whatever the page asks from a package's own granted answers, as a person would: what is visible, in order. */
final class AnswerSheet {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode answers;

    private AnswerSheet(JsonNode answers) {
        this.answers = answers;
    }

    /** These answers, their dates as far from today as the test wants them. */
    static AnswerSheet of(JsonNode answers) {
        return new AnswerSheet(answers);
    }

    static AnswerSheet granted(String item) {
        String test = "/packages/" + item + "/tests/granted.json";
        try (InputStream in = AnswerSheet.class.getResourceAsStream(test)) {
            return new AnswerSheet(JSON.readTree(in).path("answers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Answers every question on the page; answers may bring up further questions, so it looks again until none is new, and
     * take others away, which are passed over.
     */
    void fill(Page page) {
        int answered = -1;
        for (int now = 0, round = 0; now != answered && round < 5; round++) {
            answered = now;
            now = 0;
            List<ElementHandle> inputs = page.querySelectorAll(
                    "main form input:visible, main form select:visible, main form textarea:visible");
            for (ElementHandle input : inputs) {
                now += input.isVisible() ? answer(input) : 0;
            }
        }
    }

    private int answer(ElementHandle input) {
        String name = input.getAttribute("name");
        if (name == null || name.startsWith("_")) {
            return 0;
        }
        JsonNode value = answers.at("/" + name.replace('.', '/'));
        if (value.isMissingNode()) {
            return 0;
        }
        String type = input.getAttribute("type");
        if ("radio".equals(type) || "checkbox".equals(type)) {
            choose(input, value);
        } else if (input.evaluate("e => e.tagName").equals("SELECT")) {
            input.selectOption(value.asText());
        } else {
            input.fill(value.asText());
        }
        return 1;
    }

    private static void choose(ElementHandle input, JsonNode value) {
        String mine = input.getAttribute("value");
        boolean wanted = value.asText().equals(mine);
        for (JsonNode one : value) {
            wanted |= one.asText().equals(mine);
        }
        if (wanted) {
            input.check();
        }
    }
}
