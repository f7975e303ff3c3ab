package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.yiwang.forms.platform.Idempotency;
import org.yiwang.forms.platform.Idempotency.Reply;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;

/** 一次调用: this request as the idempotency record sees it: who, which key, and what is asked byte for byte. */
@RequestScoped
public class Call {

    static final String KEY_HEADER = "Idempotency-Key";

    @Inject
    CurrentActor current;

    @Inject
    Idempotency idempotency;

    @Inject
    HttpServletRequest request;

    private String key;
    private byte[] body = new byte[0];

    void needKey(String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.of(
                    Refusal.Kind.PRECONDITION_REQUIRED,
                    "IDEMPOTENCY_KEY_REQUIRED",
                    "缺少 Idempotency-Key 请求头：请为每次操作生成一个新值，重试时沿用原值。");
        }
        if (!header.matches("[\\x21-\\x7e]{8,100}")) {
            throw ApiProblem.badRequest(
                    "IDEMPOTENCY_KEY_MALFORMED", "Idempotency-Key 请求头应为 8 至 100 个可见的 ASCII 字符，例如一个 UUID。");
        }
        key = header;
    }

    void body(byte[] bytes) {
        body = bytes;
    }

    /** For multipart, where the boundary differs from one try to the next: what was sent, without what is around it. */
    void body(String digest) {
        body = digest.getBytes(StandardCharsets.UTF_8);
    }

    /** Does {@code work} once for this key and answers its result as JSON, the first time and every time after. */
    Response once(int status, Supplier<Object> work) {
        return answer(idempotency.once(
                current.actor().key(), key, bytes(), () -> new Reply(status, ApiJson.write(work.get()))));
    }

    private byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        all.writeBytes(
                (request.getMethod() + ' ' + request.getRequestURI() + query + '\n').getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static Response answer(Reply reply) {
        return Response.status(reply.status())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(reply.body())
                .build();
    }
}
