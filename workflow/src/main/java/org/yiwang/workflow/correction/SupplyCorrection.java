package org.yiwang.workflow.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.AmendSubmission;
import org.yiwang.forms.filling.ReadSubmission;
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
import org.yiwang.workflow.clock.SuspendKind;
import org.yiwang.workflow.deferral.Deferrals;
import org.yiwang.workflow.intake.DecideInstantly;
import org.yiwang.workflow.intake.IntakeWork;

/**
 * 提交补正: answers the notice item by item, and nothing else: what was not asked for stays as it was submitted. Before
 * acceptance the five days for the answer begin anew; in review the case goes back to those who asked.
 */
@ApplicationScoped
public class SupplyCorrection implements ActionUseCase<SupplyCorrection.Answer> {

    @Inject
    CaseDesk desk;

    @Inject
    AmendSubmission amend;

    @Inject
    IntakeWork intake;

    @Inject
    DecideInstantly instantly;

    @Inject
    ReadSubmission submissions;

    /** 补交文件: a file uploaded for this case, and the material it is. */
    public record Supplied(String requirement, UUID fileId) {}

    /** 补正内容: changed answers by field, and files uploaded for this case. */
    public record Answer(JsonNode answers, List<Supplied> files, String note) {}

    @Override
    public CaseAction action() {
        return CaseAction.SUPPLY_CORRECTION;
    }

    @Override
    public Class<Answer> fields() {
        return Answer.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Answer> asked) {
        return supply(
                actor,
                no,
                asked.seenVersion(),
                asked.fields().answers(),
                asked.fields().files(),
                asked.fields().note());
    }

    @Transactional
    public CaseView supply(
            Actor actor, CaseNo no, long seenVersion, JsonNode answers, List<Supplied> files, String note) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.SUPPLY_CORRECTION);
        open.sees(seenVersion);
        CaseRecord notice = open.openRecord(RecordKind.CORRECTION).orElseThrow();
        JsonNode patch = answers == null ? JsonNodeFactory.instance.objectNode() : answers;
        List<Supplied> supplied = files == null ? List.of() : files;
        ObjectNode asked = (ObjectNode) open.words(notice);
        check(open.item().form(), asked, patch, supplied, note);
        amend.amend(
                        actor,
                        open.file().submissionId(),
                        patch,
                        supplied.stream()
                                .map(s -> new AmendSubmission.NewMaterial(s.requirement(), s.fileId(), "case:" + no))
                                .toList())
                .ifPresent(open::involves);
        Deferrals.broughtBefore(
                open, supplied.stream().map(Supplied::requirement).toList());
        boolean inReview = open.file().status() == CaseStatus.REVIEW_CORRECTION;
        open.move(CaseAction.SUPPLY_CORRECTION, inReview ? CaseStatus.IN_REVIEW : CaseStatus.CORRECTION_SUBMITTED);
        open.moment(CaseMoment.CORRECTION_SUPPLIED);
        if (note != null && !note.isBlank()) {
            asked.put("answer", note.strip());
        }
        open.closeRecord(notice, "ANSWERED", asked);
        open.event(
                EventType.CORRECTION_SUPPLIED,
                OpenCase.body().put("round", notice.round()).put("files", supplied.size()));
        ObjectNode data = OpenCase.body();
        data.set("correction", asked);
        open.letter(DocumentKind.CORRECTION_RECEIPT, DocumentKind.CORRECTION_RECEIPT.template(), data);
        open.tellApplicant("case.correctionSupplied", OpenCase.body());
        if (inReview) {
            backToReview(open);
        } else if (!instantly.decide(open, open.submission(submissions))) {
            intake.open(open);
        }
        return desk.close(open);
    }

    private static void backToReview(OpenCase open) {
        open.clocks().resume(SuspendKind.CORRECTION.name(), open.now());
        open.work().resume();
        open.work()
                .all()
                .forEach(work -> open.tell(
                        work.holder(), "work.reviewCorrected", OpenCase.body().put("step", work.stepName())));
    }

    private static void check(
            FormDefinition form, ObjectNode asked, JsonNode answers, List<Supplied> files, String note) {
        Words words = new Words().optional("note", "补正说明", note);
        if (!answers.isObject()) {
            words.problem("answers", "TYPE", "补正的填写内容应是一个对象：题目代码和答案。");
        }
        ArrayNode items = asked.withArray("items");
        stillMissing(words, items, answers, files);
        notAsked(words, form, items, answers, files);
        words.checked();
    }

    private static void stillMissing(Words words, ArrayNode items, JsonNode answers, List<Supplied> files) {
        for (JsonNode item : items) {
            Demand demand = new Demand(item.path("target").asText(), "");
            boolean answered = demand.aboutMaterial()
                    ? files.stream().anyMatch(f -> demand.key().equals(f.requirement()))
                    : answers.hasNonNull(demand.key());
            if (!answered) {
                words.problem(
                        demand.target(),
                        "STILL_MISSING",
                        "“" + item.path("label").asText() + "”还没有补正："
                                + item.path("text").asText());
            }
        }
    }

    /** A question that comes up because of the new answer to one of the notice may be answered with it. */
    private static void notAsked(
            Words words, FormDefinition form, ArrayNode items, JsonNode answers, List<Supplied> files) {
        Set<String> fields = new HashSet<>();
        Set<String> materials = new HashSet<>();
        for (JsonNode item : items) {
            Demand demand = new Demand(item.path("target").asText(), "");
            (demand.aboutMaterial() ? materials : fields).add(demand.key());
        }
        Set<String> may = form.withDependants(fields);
        for (Map.Entry<String, JsonNode> answer : answers.properties()) {
            if (!may.contains(answer.getKey())) {
                String label = form.field(answer.getKey())
                        .map(field -> field.label().zh())
                        .orElse(answer.getKey());
                words.problem(
                        "answers." + answer.getKey(), "NOT_DEMANDED", "“" + label + "”不在补正告知的范围内，不能更改；请只答复告知书列出的内容。");
            }
        }
        for (int i = 0; i < files.size(); i++) {
            if (!materials.contains(files.get(i).requirement())) {
                words.problem(
                        "files[" + i + "].requirement",
                        "NOT_DEMANDED",
                        "第 " + (i + 1) + " 个文件所属的材料不在补正告知的范围内；请只提交告知书列出的材料。");
            }
        }
    }
}
