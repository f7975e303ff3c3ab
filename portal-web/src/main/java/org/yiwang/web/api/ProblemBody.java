package org.yiwang.web.api;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.TraceId;

/**
 * 问题详情: what the API answers instead of what was asked (RFC 9457).
 *
 * @param type a name for the kind of problem; the same as {@code code}, as a URI
 * @param title the kind in a word, for people
 * @param code stable upper-case name for programs
 * @param detail what is wrong here and what to do about it
 * @param errors the single things that are wrong; empty if there are none
 * @param traceId to name when asking for help
 */
public record ProblemBody(
        String type, String title, int status, String code, String detail, List<Problem> errors, String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";
    static final MediaType MEDIA = new MediaType("application", "problem+json", "UTF-8");

    static ProblemBody of(int status, String code, String detail, List<Problem> errors) {
        String type = "urn:yiwang:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
        String said = errors.size() > 1 ? "有 " + errors.size() + " 处需要更正，请按 errors 中的各项说明逐一修改。" : detail;
        return new ProblemBody(type, title(status), status, code, said, errors, TraceId.current());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "请求格式有误";
            case 401 -> "未登录或登录已失效";
            case 403 -> "无权办理";
            case 404 -> "未找到";
            case 405 -> "不支持的请求方法";
            case 406 -> "无法按要求的格式答复";
            case 409 -> "当前状态不允许";
            case 412 -> "内容已被更新";
            case 413 -> "内容过大";
            case 415 -> "不支持的内容类型";
            case 422 -> "内容不符合要求";
            case 428 -> "缺少前提条件";
            case 429 -> "请求过于频繁";
            case 503 -> "暂时无法服务";
            default -> status < 500 ? "请求有误" : "系统内部错误";
        };
    }
}
