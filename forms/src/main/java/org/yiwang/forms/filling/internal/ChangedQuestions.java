package org.yiwang.forms.filling.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.form.FormDefinition;

/** 变动的题目: a draft follows the newest version; what was answered under an older wording is pointed out. */
public final class ChangedQuestions {

    private ChangedQuestions() {}

    public static List<String> between(FormDefinition before, FormDefinition now, ObjectNode answers) {
        Map<String, JsonNode> then = questions(before);
        Map<String, JsonNode> today = questions(now);
        return today.entrySet().stream()
                .filter(question -> answers.has(question.getKey()))
                .filter(question -> !question.getValue().equals(then.get(question.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Map<String, JsonNode> questions(FormDefinition form) {
        Map<String, JsonNode> found = new HashMap<>();
        for (JsonNode section : form.json().path("sections")) {
            for (JsonNode field : section.path("fields")) {
                found.put(field.path("key").asText(), field);
            }
        }
        return found;
    }
}
