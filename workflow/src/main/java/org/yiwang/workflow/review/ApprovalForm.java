package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.workflow.casefile.CaseEvent;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/**
 * 内部审批表 (W14): the whole way of a case to its decision, one row per opinion: which step, which result, in which words, by
 * whom and when. Nobody signs without an opinion. It is for the desk and the archive, never for the applicant's side.
 */
@ApplicationScoped
class ApprovalForm {

    private static final Set<RecordKind> OPINIONS =
            EnumSet.of(RecordKind.OPINION, RecordKind.SITE_CHECK, RecordKind.ADVICE, RecordKind.DECISION);

    @Inject
    Directory directory;

    private record Row(Instant at, String step, String opinion, String text, String by) {}

    /** Ordered with the decision, which is its last row. */
    void order(OpenCase open) {
        ObjectNode data = OpenCase.body();
        DecisionKind decision = open.file().decision();
        ObjectNode form = data.putObject("approval").put("result", decision == DecisionKind.DENY ? "不予" : "准予");
        ArrayNode rows = form.putArray("rows");
        Stream.concat(accepted(open), OPINIONS.stream().flatMap(kind -> open.records(kind).stream()
                        .map(r -> row(open, r))))
                .sorted(Comparator.comparing(Row::at))
                .forEach(row -> rows.addObject()
                        .put("step", row.step())
                        .put("opinion", row.opinion())
                        .put("text", row.text())
                        .put("by", row.by())
                        .put("at", LetterDate.moment(row.at())));
        open.letter(DocumentKind.APPROVAL_FORM, DocumentKind.APPROVAL_FORM.template(), data);
    }

    private Stream<Row> accepted(OpenCase open) {
        return Stream.of(EventType.CASE_ACCEPTED, EventType.CASE_ACCEPTED_DEFERRED, EventType.CASE_DEEMED_ACCEPTED)
                .flatMap(type -> open.events(type).stream())
                .map(event -> new Row(
                        event.at(),
                        "受理",
                        event.type() == EventType.CASE_ACCEPTED
                                ? "予以受理"
                                : event.type().text(),
                        accepting(event),
                        by(event)));
    }

    private static String accepting(CaseEvent event) {
        return switch (event.type()) {
            case CASE_ACCEPTED_DEFERRED -> "主要材料齐全，次要材料容缺";
            case CASE_DEEMED_ACCEPTED -> "逾期未作答复，依法视为受理";
            default -> "材料齐全，符合法定形式";
        };
    }

    private Row row(OpenCase open, CaseRecord said) {
        JsonNode words = open.words(said);
        String text = Stream.of("text", "findings", "reason")
                .map(key -> words.path(key).asText())
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("—");
        String by = name(said.officerId()) + (said.forOfficer() == null ? "" : "（代" + name(said.forOfficer()) + "）");
        return new Row(said.openedAt(), step(open, said), opinion(said), text, by);
    }

    private static String step(OpenCase open, CaseRecord said) {
        String name = open.item().steps().stream()
                .filter(step -> step.key().equals(said.stepKey()))
                .map(step -> step.name().zh())
                .findFirst()
                .orElse(said.kind() == RecordKind.DECISION ? "决定" : "审查");
        return said.kind() == RecordKind.ADVICE ? name + "（参考意见）" : name;
    }

    private static String opinion(CaseRecord said) {
        boolean check = said.kind() == RecordKind.SITE_CHECK;
        return switch (said.outcome()) {
            case "AGREE" -> check ? "符合" : "同意";
            case "DISAGREE" -> check ? "不符合" : "不同意";
            case "GRANT" -> "准予";
            case "DENY" -> "不予";
            case "RETURN" -> "退回";
            case "SILENT" -> "逾期未复，视为同意";
            default -> "参考意见";
        };
    }

    private String by(CaseEvent event) {
        List<String> actor = List.of(event.actor().split(":", 2));
        return actor.get(0).equals("officer") ? name(Long.parseLong(actor.get(1))) : "系统";
    }

    private String name(long officer) {
        return directory.officer(officer).map(Officer::name).orElse("系统");
    }
}
