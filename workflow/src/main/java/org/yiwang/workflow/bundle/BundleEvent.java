package org.yiwang.workflow.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * 一件事事件: one line of the legal record of an errand; what happened in its cases stands with them. Appended, never
 * changed, each with the hash of the one before.
 *
 * @param body JSON: codes and numbers, nothing personal
 */
public record BundleEvent(
        long bundleId, int seq, Instant at, Type type, String actor, String body, String prevHash, String hash) {

    /** 类型. */
    public enum Type {
        BUNDLE_SUBMITTED("一次提交"),
        MEMBER_STARTED("启动办理"),
        MEMBER_CANCELLED("取消办理"),
        STATUS_CHANGED("状态变化"),
        PROMISE_MOVED("承诺日期顺延"),
        RESULTS_RELEASED("统一出件"),
        RESULTS_HANDED_OUT("一并交付"),
        BUNDLE_WITHDRAWN("整体撤回"),
        BUNDLE_RATED("评价");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    static BundleEvent next(long bundleId, int seq, Instant at, Type type, String actor, String body, String prevHash) {
        String hash = hash(bundleId, seq, at, type, actor, body, prevHash);
        return new BundleEvent(bundleId, seq, at, type, actor, body, prevHash, hash);
    }

    /** Does it stand as it was written, right after {@code before}? */
    public boolean follows(String before) {
        return prevHash.equals(before) && hash.equals(hash(bundleId, seq, at, type, actor, body, prevHash));
    }

    private static String hash(
            long bundleId, int seq, Instant at, Type type, String actor, String body, String prevHash) {
        StringBuilder text = new StringBuilder(prevHash);
        for (String part : new String[] {
            Long.toString(bundleId), Integer.toString(seq), Long.toString(at.toEpochMilli()), type.name(), actor, body
        }) {
            text.append('|').append(part.length()).append(':').append(part);
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
