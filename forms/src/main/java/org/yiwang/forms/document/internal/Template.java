package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.document.DocumentKind;

/**
 * 文书模板: what a document says, as data; {@code /templates/README.md} tells the format. Reading one checks it, so that a
 * wrong template is found when it is published and not when the first citizen needs it.
 */
record Template(String key, String body, DocumentKind kind, boolean licence, boolean landscape, JsonNode root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Template read(String key, byte[] bytes) {
        String body = new String(bytes, StandardCharsets.UTF_8);
        try {
            JsonNode root = JSON.readTree(body);
            Template template = new Template(
                    key,
                    body,
                    DocumentKind.valueOf(root.path("kind").asText()),
                    "licence".equals(root.path("layout").asText()),
                    "landscape".equals(root.path("page").asText()),
                    root);
            template.check();
            return template;
        } catch (IOException | IllegalArgumentException | DefinitionException wrong) {
            throw new IllegalArgumentException("文书模板 " + key + " 有误：" + wrong.getMessage(), wrong);
        }
    }

    private void check() {
        require(root.path("format").asInt() == 1, "format 应为 1");
        require(!title().isBlank(), "缺少 title");
        require(root.path("body").isArray(), "缺少 body");
        require(!kind.decision() || holds("remedy"), "决定类文书必须有 remedy（救济告知）");
        root.path("body").forEach(this::block);
        root.path("after").forEach(this::block);
        require(kind != DocumentKind.RESULT || root.path("series").isTextual(), "结果模板缺少 series（编号序列）");
        for (JsonNode pattern : patterns()) {
            String number = pattern.path("number").asText();
            require(number.contains("{seq") || number.contains("{credit}"), "number 应含 {seq} 或 {credit}");
            When.check(pattern.path("when"));
        }
    }

    /** A block that cannot be drawn where it stands would be found when the first document is made. */
    private void block(JsonNode node) {
        Block block = Block.of(node);
        When.check(node.path("when"));
        require(!licence || block instanceof Block.Facts, "证照模板的 body 只能有 facts");
        if (block instanceof Block.Facts facts) {
            for (Block.Fact fact : facts.rows()) {
                When.check(fact.when());
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private boolean holds(String block) {
        for (JsonNode each : root.path("body")) {
            if (each.has(block)) {
                return true;
            }
        }
        return false;
    }

    String title() {
        return text(root.path("title"));
    }

    /** Which numbers it draws on; one gapless series per department, series and year. */
    String series() {
        return root.path("series").asText(kind.series());
    }

    /** How the number reads: of several patterns the first whose condition holds. */
    String pattern(JsonNode data) {
        for (JsonNode pattern : patterns()) {
            if (When.holds(pattern.path("when"), data)) {
                return pattern.path("number").asText();
            }
        }
        throw new IllegalArgumentException("文书模板 " + key + " 没有适用的编号规则（number）");
    }

    private ArrayNode patterns() {
        if (root.path("number") instanceof ArrayNode several) {
            return several;
        }
        String usual = "{{organisation.letterCode}}" + kind.series() + "〔{year}〕{seq}号";
        ArrayNode one = JSON.createArrayNode();
        one.addObject().put("number", root.path("number").asText(usual));
        return one;
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(root.get(name)).map(Template::text).filter(value -> !value.isBlank());
    }

    /** Labels read {@code {"zh-CN": …}}; documents are issued in Chinese, so a plain text will do as well. */
    static String text(JsonNode node) {
        return node.isObject() ? node.path("zh-CN").asText() : node.asText();
    }

    /** Bytes that make it what it is, for its fingerprint. */
    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
