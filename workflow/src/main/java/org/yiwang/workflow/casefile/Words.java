package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/** 陈述: the words an action must or may carry, checked all at once, each complaint naming its field. */
public final class Words {

    /** As many characters as a letter can hold of one statement. */
    public static final int LONGEST = 2000;

    private final ObjectNode said = JsonNodeFactory.instance.objectNode();
    private final List<Problem> problems = new ArrayList<>();

    public Words required(String key, String label, String value) {
        if (value == null || value.isBlank()) {
            problems.add(new Problem(key, "REQUIRED", "请填写“" + label + "”。"));
            return this;
        }
        return optional(key, label, value);
    }

    public Words optional(String key, String label, String value) {
        if (value != null && !value.isBlank()) {
            if (value.strip().length() > LONGEST) {
                problems.add(new Problem(key, "TOO_LONG", "“" + label + "”最多 " + LONGEST + " 字，请精简后再提交。"));
            }
            said.put(key, value.strip());
        }
        return this;
    }

    public Words problem(String key, String code, String message) {
        problems.add(new Problem(key, code, message));
        return this;
    }

    /** The words, or a refusal with every problem. */
    public ObjectNode checked() {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return said;
    }
}
