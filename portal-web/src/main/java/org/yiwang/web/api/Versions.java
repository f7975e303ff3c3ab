package org.yiwang.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.forms.platform.Refusal;

/** 版本标签: a version as ETag, and back from If-Match. */
final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    /** The version as the ETag header says it. */
    static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /** The tag for a stored reply, which holds its version as JSON. */
    static String tagOf(Response reply) {
        try {
            return tag(ApiJson.MAPPER
                    .readTree((String) reply.getEntity())
                    .get("version")
                    .asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored reply is no JSON", e);
        }
    }

    /** The version the caller looked at; without it a change could overwrite what somebody else has saved. */
    static long seen(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(
                    Refusal.Kind.PRECONDITION_REQUIRED,
                    "IF_MATCH_REQUIRED",
                    "缺少 If-Match 请求头：请带上读取草稿时得到的 ETag，以免覆盖他人的修改。");
        }
        Matcher tag = TAG.matcher(ifMatch.trim());
        if (!tag.matches()) {
            throw ApiProblem.badRequest("IF_MATCH_MALFORMED", "If-Match 请求头应为读取时得到的 ETag，例如 \"3\"。");
        }
        return Long.parseLong(tag.group(1));
    }
}
