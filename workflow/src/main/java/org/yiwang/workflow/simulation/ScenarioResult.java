package org.yiwang.workflow.simulation;

import java.util.List;
import java.util.Map;

/**
 * 自测结果: what one test case of a package came to when it was played.
 *
 * @param key name of its file
 * @param status where the case stood in the end
 * @param route steps that were done
 * @param dates last good day by kind of clock, of the newest of that kind
 * @param letters kinds of the letters that arose, in order
 * @param problems what is other than the test case says; empty when all is as it says
 */
public record ScenarioResult(
        String key,
        String name,
        String status,
        List<String> route,
        Map<String, String> dates,
        List<String> letters,
        List<String> problems) {}
