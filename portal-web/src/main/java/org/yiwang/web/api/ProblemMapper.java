package org.yiwang.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.TraceId;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.web.security.SecurityLog;

/** 异常转问题: whatever goes wrong in the API leaves it as a problem; nobody outside sees a stack trace or a class name. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        ProblemBody body = body(thrown);
        SecurityLog.refused(request, current.actor(), body.status(), body.code());
        Response.ResponseBuilder answer =
                Response.status(body.status()).type(ProblemBody.MEDIA).entity(body);
        if (body.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"yiwang\"");
        }
        if (thrown instanceof WebApplicationException web && body.status() == 405) {
            answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    private static ProblemBody body(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return ProblemBody.of(
                        refusal.kind().status(), refusal.code(), refusal.getMessage(), refusal.problems());
            }
            if (cause instanceof ApiProblem problem) {
                return ProblemBody.of(problem.status(), problem.code(), problem.getMessage(), problem.errors());
            }
        }
        return thrown instanceof WebApplicationException web ? ofContainer(web) : unexpected(thrown);
    }

    private static ProblemBody ofContainer(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        return switch (status) {
            case 400 -> problem(status, "BAD_REQUEST", "请求的格式有误，请按接口说明检查后重试。");
            case 404 -> problem(status, "NOT_FOUND", "没有这个地址，请按接口说明核对路径。");
            case 405 -> problem(status, "METHOD_NOT_ALLOWED", "这个地址不支持该请求方法，可用的方法见 Allow 响应头。");
            case 406 -> problem(status, "NOT_ACCEPTABLE", "无法按 Accept 请求头要求的格式答复，请接受 application/json。");
            case 413 -> problem(status, "TOO_LARGE", "发送的内容过大，请压缩或拆分后重试。");
            case 415 -> problem(status, "UNSUPPORTED_MEDIA_TYPE", "不支持这种内容类型，请按接口说明设置 Content-Type。");
            default -> status < 500 ? problem(status, "BAD_REQUEST", "请求有误，请按接口说明检查后重试。") : unexpected(thrown);
        };
    }

    private static ProblemBody unexpected(Throwable thrown) {
        LOG.error("unexpected failure, trace {}", TraceId.current(), thrown);
        return problem(500, "INTERNAL", "系统出现意外错误，本次操作没有生效。请稍后重试；如仍不成功，请提供追踪号。");
    }

    private static ProblemBody problem(int status, String code, String detail) {
        return ProblemBody.of(status, code, detail, List.of());
    }
}
