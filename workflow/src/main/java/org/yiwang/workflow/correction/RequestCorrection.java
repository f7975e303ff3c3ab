package org.yiwang.workflow.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.intake.ReceiveCase;

/**
 * 一次性告知补正: everything that is missing is said at once (行政许可法 §32(4)). A second notice may only repeat what was
 * demanded and is still missing; a new demand is refused.
 */
@ApplicationScoped
public class RequestCorrection implements ActionUseCase<RequestCorrection.Notice> {

    @Inject
    CaseDesk desk;

    /** 告知内容. */
    public record Notice(List<Demand> demands, String note) {}

    @Override
    public CaseAction action() {
        return CaseAction.REQUEST_CORRECTION;
    }

    @Override
    public Class<Notice> fields() {
        return Notice.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Notice> asked) {
        return request(
                actor,
                no,
                asked.seenVersion(),
                asked.fields().demands(),
                asked.fields().note());
    }

    @Transactional
    public CaseView request(Actor actor, CaseNo no, long seenVersion, List<Demand> demands, String note) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.REQUEST_CORRECTION);
        open.sees(seenVersion);
        ObjectNode said = checked(open, demands == null ? List.of() : demands, note);
        ReceiveCase.ifNotYet(open);
        open.move(CaseAction.REQUEST_CORRECTION, CaseStatus.CORRECTION_REQUIRED);
        open.moment(CaseMoment.CORRECTION_ISSUED);
        LocalDate dueOn = open.dueOn(ClockKind.CORRECTION).orElse(null);
        CaseRecord entry = open.note(RecordKind.CORRECTION, "", "OPEN", dueOn, true, said);
        open.event(
                EventType.CORRECTION_REQUESTED,
                OpenCase.body().put("round", entry.round()).put("demands", demands.size()));
        open.work().closeAll();
        ObjectNode data = OpenCase.body();
        data.set("correction", letter(said, dueOn));
        open.letter(DocumentKind.CORRECTION_NOTICE, DocumentKind.CORRECTION_NOTICE.template(), data);
        open.tellApplicant("case.correction", OpenCase.body().put("dueOn", String.valueOf(dueOn)));
        return desk.close(open);
    }

    private static ObjectNode checked(OpenCase open, List<Demand> demands, String note) {
        Words words = new Words().optional("note", "说明", note);
        if (demands.isEmpty()) {
            words.problem("demands", "REQUIRED", "请至少列出一项需要补正的内容。");
        }
        Optional<Set<String>> before = demandedBefore(open);
        ArrayNode items = OpenCase.body().putArray("items");
        for (int i = 0; i < demands.size(); i++) {
            Demand demand = demands.get(i);
            String path = "demands[" + i + "]";
            Optional<String> label = label(open.item(), demand);
            if (label.isEmpty()) {
                words.problem(path + ".target", "UNKNOWN", "第 " + (i + 1) + " 项所指的填写内容或材料不属于这个事项。");
            } else if (before.isPresent() && !before.get().contains(demand.target())) {
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

    private static Optional<Set<String>> demandedBefore(OpenCase open) {
        List<CaseRecord> earlier = open.records(RecordKind.CORRECTION);
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Set<String> targets = new HashSet<>();
        for (JsonNode item : open.words(earlier.get(earlier.size() - 1)).path("items")) {
            targets.add(item.path("target").asText());
        }
        return Optional.of(targets);
    }

    private static Optional<String> label(ItemVersion item, Demand demand) {
        if (demand.aboutMaterial()) {
            return item.material(demand.key()).map(m -> m.name().zh());
        }
        return demand.aboutAnswer()
                ? item.form().field(demand.key()).map(f -> f.label().zh())
                : Optional.empty();
    }

    private static ObjectNode letter(ObjectNode said, LocalDate dueOn) {
        ObjectNode letter = said.deepCopy();
        letter.put("dueOn", dueOn == null ? "" : org.yiwang.workflow.casefile.LetterDate.of(dueOn));
        return letter;
    }
}
