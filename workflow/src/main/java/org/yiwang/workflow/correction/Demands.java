package org.yiwang.workflow.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/** 补正内容: the demands of one notice, checked against the item and against what was demanded before. */
final class Demands {

    private Demands() {}

    /** The demands as they are kept and printed, or a refusal with every problem. */
    static ObjectNode checked(
            OpenCase open, List<Demand> given, String note, List<CaseRecord> earlier, boolean mayAdd) {
        return checked(open.item(), given, note, targets(open, earlier), mayAdd);
    }

    /**
     * The same of an item alone.
     *
     * @param before what the last notice demanded; with {@code mayAdd} anything of the item may be demanded
     */
    static ObjectNode checked(ItemVersion item, List<Demand> given, String note, Set<String> before, boolean mayAdd) {
        List<Demand> demands = given == null ? List.of() : given;
        Words words = new Words().optional("note", "说明", note);
        if (demands.isEmpty()) {
            words.problem("demands", "REQUIRED", "请至少列出一项需要补正的内容。");
        }
        ArrayNode items = OpenCase.body().putArray("items");
        for (int i = 0; i < demands.size(); i++) {
            Demand demand = demands.get(i);
            String path = "demands[" + i + "]";
            Optional<String> label = label(item, demand);
            if (label.isEmpty()) {
                words.problem(path + ".target", "UNKNOWN", "第 " + (i + 1) + " 项所指的填写内容或材料不属于这个事项。");
            } else if (!mayAdd && !before.contains(demand.target())) {
                words.problem(
                        path + ".target",
                        "NEW_DEMAND",
                        "“" + label.get() + "”在首次告知中没有提出；补正应当一次告知全部内容，再次告知只能针对仍未补齐的项目。");
            }
            if (demand.text() == null || demand.text().isBlank()) {
                words.problem(path + ".text", "REQUIRED", "请说明第 " + (i + 1) + " 项应如何补正。");
            }
            items.addObject()
                    .put("target", demand.target())
                    .put("label", label.orElse(""))
                    .put("text", demand.text() == null ? "" : demand.text().strip());
        }
        ObjectNode said = words.checked();
        said.set("items", items);
        return said;
    }

    /** The notices of one stage: {@code ""} before acceptance, else the step that asked. */
    static List<CaseRecord> of(OpenCase open, String step) {
        return open.records(RecordKind.CORRECTION).stream()
                .filter(notice -> notice.stepKey().equals(step))
                .toList();
    }

    /** 追加补正: has the head allowed one since the last notice? */
    static boolean additionAllowed(OpenCase open, List<CaseRecord> earlier) {
        Instant last = earlier.get(earlier.size() - 1).openedAt();
        return open.records(RecordKind.PROPOSAL).stream()
                .anyMatch(p -> p.stepKey().equals(Measure.NEW_DEMAND.name())
                        && p.outcome().equals("APPROVED")
                        && p.closedAt().isAfter(last));
    }

    /** What the last notice demanded. */
    private static Set<String> targets(OpenCase open, List<CaseRecord> earlier) {
        Set<String> targets = new HashSet<>();
        if (!earlier.isEmpty()) {
            for (JsonNode item : open.words(earlier.get(earlier.size() - 1)).path("items")) {
                targets.add(item.path("target").asText());
            }
        }
        return targets;
    }

    private static Optional<String> label(ItemVersion item, Demand demand) {
        if (demand.aboutMaterial()) {
            return item.material(demand.key()).map(m -> m.name().zh());
        }
        return demand.aboutAnswer()
                ? item.form().field(demand.key()).map(f -> f.label().zh())
                : Optional.empty();
    }

    /** The same as the letter prints it. */
    static ObjectNode letter(ObjectNode said, LocalDate dueOn) {
        ObjectNode letter = said.deepCopy();
        letter.put("dueOn", dueOn == null ? "" : LetterDate.of(dueOn));
        return letter;
    }
}
