package org.yiwang.forms.catalogue.course;

import java.util.List;

/**
 * 批次: applications are taken only within windows that the department announces, their order does not matter, and those
 * of one window are decided together.
 *
 * @param method how more applications than places are put in order
 * @param points for {@link Method#RANK}: what counts; equal points are drawn by lot
 */
public record BatchRule(Method method, List<Points> points, String basis) {

    /** 排序方式. */
    public enum Method {
        /** 摇号. */
        LOTTERY,
        /** 按积分排名. */
        RANK
    }

    public BatchRule {
        points = List.copyOf(points);
    }
}
