package org.yiwang.workflow.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/transitions.md} is made from the table of transitions and says the same. After a change of the table, write it
 * anew with {@code ./dev test -pl forms,workflow -Dyiwang.docs=write}.
 */
class TransitionsPageTest {

    private static final Path PAGE = Path.of("../docs/transitions.md");

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        if ("write".equals(System.getProperty("yiwang.docs"))) {
            Files.writeString(PAGE, page());
        }
        assertEquals(page(), Files.readString(PAGE), "docs/transitions.md is out of date, see this test's description");
    }

    private static String page() {
        return """
                # 办件状态转移 · States of a case

                由 [Transitions](../workflow/src/main/java/org/yiwang/workflow/casefile/Transitions.java) 生成,由 `TransitionsPageTest` 核对;表中没有的一律拒绝(409)。
                Made from the table in the code and checked by a test; what is not listed is refused.

                ```mermaid
                stateDiagram-v2
                    [*] --> SUBMITTED
                %s
                ```

                虚线没有画出:同意电子送达的,文书登记即送达,`APPROVED`、`DENIED` 由登记转入 `COMPLETED`。

                | 状态 | 中文 |
                |---|---|
                %s

                | 动作 | 中文 | 谁 | 从 → 到 |
                |---|---|---|---|
                %s
                """
                .formatted(diagram(), states(), actions());
    }

    /** One arrow for each pair of states, with all actions that lead along it. */
    private static String diagram() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (CaseStatus from : CaseStatus.values()) {
            for (Transitions.Rule rule : Transitions.all()) {
                for (CaseStatus to : new TreeSet<>(rule.ways().getOrDefault(from, Set.of()))) {
                    if (to != from) {
                        arrows.computeIfAbsent(from + " --> " + to, key -> new TreeSet<>())
                                .add(rule.action().name());
                    }
                }
            }
        }
        return arrows.entrySet().stream()
                .map(arrow -> "    " + arrow.getKey() + ": " + String.join(", ", arrow.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String states() {
        return Arrays.stream(CaseStatus.values())
                .map(status -> "| `" + status + "` | " + StatusText.of(status) + (status.ended() ? "(终)" : "") + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String actions() {
        return Transitions.all().stream()
                .map(rule -> "| `" + rule.action() + "` | " + Permissions.words(rule.action()) + " | " + rule.by()
                        + " | " + ways(rule) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String ways(Transitions.Rule rule) {
        return rule.ways().entrySet().stream()
                .map(way -> way.getKey() + " → "
                        + new TreeSet<>(way.getValue())
                                .stream()
                                        .map(to -> to == way.getKey() ? "不变" : to.name())
                                        .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining("<br>"));
    }
}
