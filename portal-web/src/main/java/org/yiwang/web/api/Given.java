package org.yiwang.web.api;

import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/** 必填字段: what a body must contain at all; whether it is right is decided by the use case. */
final class Given {

    private final List<Problem> missing = new ArrayList<>();

    Given need(String path, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            missing.add(new Problem(path, "REQUIRED", "缺少字段“" + path + "”，请按接口说明填写。"));
        }
        return this;
    }

    /** Refuses with everything that is missing. */
    void orRefuse() {
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
    }

    /** The same refusal with paths as they are in the body: the use case does not know under which field it was given. */
    static Refusal within(String field, Refusal refusal) {
        List<Problem> problems = refusal.problems().stream()
                .map(problem -> new Problem(field + "." + problem.path(), problem.code(), problem.message()))
                .toList();
        return new Refusal(refusal.kind(), refusal.code(), refusal.getMessage(), problems);
    }
}
