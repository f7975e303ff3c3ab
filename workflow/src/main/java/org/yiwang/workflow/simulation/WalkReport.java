package org.yiwang.workflow.simulation;

import java.util.List;
import java.util.Map;

/**
 * 随机走查报告: what many random sequences of actions came to.
 *
 * @param seed gives the same choices again
 * @param sequences different sequences of actions, each looked at to its end
 * @param done actions that were done, by name
 * @param refused refusals by code; those of actions nobody offered and those of fields that did not fit
 * @param statuses how often a case stood where
 * @param findings what was wrong, with the sequence that led there; empty when nothing was
 */
public record WalkReport(
        String itemCode,
        long seed,
        int sequences,
        Map<String, Integer> done,
        Map<String, Integer> refused,
        Map<String, Integer> statuses,
        List<Finding> findings) {

    /** 发现: what was wrong, and the way there. */
    public record Finding(String what, List<String> way) {}
}
