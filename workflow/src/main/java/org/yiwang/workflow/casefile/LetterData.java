package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LegalBasis;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.workflow.casefile.spi.RatingAddress;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 文书数据: what every letter of a case may print, frozen when the letter is ordered. The number of an identity document is
 * masked as printed.
 */
@ApplicationScoped
class LetterData {

    @Inject
    ReadSubmission submissions;

    @Inject
    CaseDesk desk;

    @Inject
    RatingAddress rating;

    ObjectNode of(OpenCase open) {
        CaseFile file = open.file();
        Submission submission = open.submission(submissions);
        ObjectNode data = OpenCase.body();
        data.put("caseNo", file.caseNo().value());
        data.put("queryCode", desk.queryCode(file));
        data.put("itemName", file.itemName());
        data.put("today", LetterDate.of(open.today()));
        data.putObject("rating").put("url", rating.of(file.caseNo()));
        data.putObject("applicant")
                .put("name", submission.applicant().name())
                .put("masked", file.applicantMasked())
                .put("idMasked", file.numberMasked());
        data.putObject("operator").put("name", submission.operator().name()).put("masked", file.operatorMasked());
        ObjectNode dates = data.putObject("dates");
        dates.put("submitted", LetterDate.of(file.submittedAt()));
        dates.put("accepted", file.acceptedAt() == null ? "" : LetterDate.of(file.acceptedAt()));
        dates.put("decided", file.decidedAt() == null ? "" : LetterDate.of(file.decidedAt()));
        dates.put("acceptDue", due(open, ClockKind.ACCEPT));
        dates.put("legalDue", due(open, ClockKind.LEGAL));
        dates.put("promiseDue", due(open, ClockKind.PROMISE));
        dates.put("answerDue", due(open, ClockKind.PROMISE, ClockKind.LEGAL));
        data.put("legalBases", bases(open));
        data.set("materials", materials(open, submission));
        data.set("sections", sections(open, submission));
        return data;
    }

    /**
     * What a letter to an interested party may print: of the applicant his masked name alone, of what he handed in nothing,
     * and {@code applicant}, to whom letters are written, is the interested party himself.
     */
    ObjectNode toOther(OpenCase open, UUID addressee) {
        CaseFile file = open.file();
        CaseRecord other = open.records(RecordKind.INTERESTED_PARTY).stream()
                .filter(entry -> entry.id().equals(addressee))
                .findFirst()
                .orElseThrow();
        JsonNode said = open.words(other);
        ObjectNode data = OpenCase.body();
        data.put("caseNo", file.caseNo().value());
        data.put("itemName", file.itemName());
        data.put("today", LetterDate.of(open.today()));
        data.putObject("applicant")
                .put("name", said.path("name").asText())
                .put("masked", said.path("masked").asText())
                .put("idMasked", said.path("idMasked").asText(""));
        data.putObject("matter").put("applicant", file.applicantMasked());
        data.put("legalBases", bases(open));
        return data;
    }

    private static String due(OpenCase open, ClockKind... kinds) {
        LocalDate earliest = null;
        for (ClockKind kind : kinds) {
            LocalDate due = open.dueOn(kind).orElse(null);
            earliest = due != null && (earliest == null || due.isBefore(earliest)) ? due : earliest;
        }
        return earliest == null ? "" : LetterDate.of(earliest);
    }

    private static String bases(OpenCase open) {
        return String.join(
                "、",
                open.item().legalBases().stream()
                        .map((LegalBasis b) -> "《" + b.law() + "》" + b.article())
                        .toList());
    }

    private static ArrayNode materials(OpenCase open, Submission submission) {
        ArrayNode list = OpenCase.body().putArray("materials");
        for (MaterialView material : submission.materials()) {
            open.item().material(material.requirement()).ifPresent(requirement -> list.addObject()
                    .put("name", requirement.name().zh())
                    .put("form", "电子件")
                    .put("originals", requirement.originals())
                    .put("copies", requirement.copies())
                    .put("file", material.name()));
        }
        return list;
    }

    private static ArrayNode sections(OpenCase open, Submission submission) {
        ArrayNode list = OpenCase.body().putArray("sections");
        for (DisplaySection section : open.item().form().display(submission.answers(), Language.ZH)) {
            ArrayNode rows = list.addObject().put("title", section.title()).putArray("rows");
            for (DisplaySection.Row row : section.rows()) {
                rows.addObject().put("label", row.label()).put("value", row.value());
            }
        }
        return list;
    }
}
