package org.yiwang.web.api;

import java.util.List;
import java.util.function.Function;

/**
 * 分页: how many rows were asked for. Lists are read by key, not by offset: one row more than asked for tells whether
 * there is a next page.
 */
record Paging(String after, int limit) {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    /**
     * 一页.
     *
     * @param next what to send as {@code after} for the next page; null when this is the last
     */
    record Page<T>(List<T> items, String next) {}

    static Paging of(String after, String limit) {
        return new Paging(after == null || after.isBlank() ? null : after, limit(limit));
    }

    private static int limit(String text) {
        if (text == null || text.isBlank()) {
            return USUAL;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw ApiProblem.invalid("limit", "OUT_OF_RANGE", "每页条数 limit 应为 1 至 " + MOST + " 的整数。");
        }
        return Integer.parseInt(text);
    }

    /** How many to read. */
    int toRead() {
        return limit + 1;
    }

    <T, R> Page<R> page(List<T> read, Function<T, String> key, Function<T, R> reply) {
        boolean more = read.size() > limit;
        List<T> shown = more ? read.subList(0, limit) : read;
        String next = more ? key.apply(shown.get(shown.size() - 1)) : null;
        return new Page<>(shown.stream().map(reply).toList(), next);
    }
}
