package org.yiwang.web.api;

import java.util.List;
import org.yiwang.forms.platform.Problem;

/** 请求有误: a call that never reached a use case because its form was wrong; a use case refuses by Refusal instead. */
class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Problem> errors;

    ApiProblem(int status, String code, String detail, List<Problem> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    static ApiProblem badRequest(String code, String detail) {
        return new ApiProblem(400, code, detail, List.of());
    }

    static ApiProblem invalid(String path, String code, String message) {
        return new ApiProblem(422, "INVALID", message, List.of(new Problem(path, code, message)));
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    List<Problem> errors() {
        return errors == null ? List.of() : errors;
    }
}
