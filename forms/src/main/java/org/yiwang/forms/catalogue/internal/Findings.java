package org.yiwang.forms.catalogue.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.platform.Problem;

/** 检查发现: what is wrong with item.json or form.json, collected. */
public final class Findings {

    private static final String FILE = "item.json#";
    private static final String FORM = "form.json#";

    private final List<Problem> problems = new ArrayList<>();

    void add(String path, String code, String message) {
        problems.add(new Problem(FILE + path, code, message));
    }

    /** Finds something where the statement about the package does not hold. */
    void must(boolean holds, String path, String code, String message) {
        if (!holds) {
            add(path, code, message);
        }
    }

    void inForm(String path, String code, String message) {
        problems.add(new Problem(FORM + path, code, message));
    }

    void inFormMust(boolean holds, String path, String code, String message) {
        if (!holds) {
            inForm(path, code, message);
        }
    }

    void somewhere(boolean form, String path, String code, String message) {
        if (form) {
            inForm(path, code, message);
        } else {
            add(path, code, message);
        }
    }

    void unique(String path, Collection<String> keys) {
        Set<String> seen = new HashSet<>();
        keys.stream().filter(key -> !seen.add(key)).forEach(key -> add(path, "DUPLICATE", "重复出现：" + key));
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
