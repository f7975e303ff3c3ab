package org.yiwang.web.api;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** 接口兜底: programs that miss the version in the path get a problem too, not a page. */
@WebServlet("/api/*")
public class ApiFallback extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, 404, "NOT_FOUND", "没有这个地址：接口都在 /api/v1 之下，说明见 /api/v1/openapi.json。");
    }

    /** A problem for a program, where no resource has been reached. */
    public static void write(HttpServletResponse response, int status, String code, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType(ProblemBody.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        String body = ApiJson.write(ProblemBody.of(status, code, detail, List.of()));
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
