package org.yiwang.workflow.forward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.ReadUpload;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.forward.spi.Dispatch;

/** 组织报送件: reads what a report consists of at the moment it goes out; nothing of it lies in the outbox. */
@ApplicationScoped
class PackDispatch {

    @Inject
    CaseDesk desk;

    @Inject
    ReadSubmission submissions;

    @Inject
    ReadUpload uploads;

    /** Empty where there is nothing left to send: answered or withdrawn before it went out. */
    @Transactional
    public Optional<Dispatch> pack(CaseNo no, UUID report, Dispatch.Kind kind) {
        OpenCase open = desk.look(Actor.SYSTEM, no);
        CaseRecord record = open.records(RecordKind.FORWARDING).stream()
                .filter(found -> found.id().equals(report))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(no + " has no report " + report));
        if (kind == Dispatch.Kind.FORWARD && !record.open()) {
            return Optional.empty();
        }
        String to = open.item().forwarding().orElseThrow().to();
        ObjectNode content = OpenCase.body();
        content.put("caseNo", no.value())
                .put("item", open.file().itemCode())
                .put("taskCode", open.item().taskCode());
        if (kind == Dispatch.Kind.WITHDRAWN) {
            return Optional.of(new Dispatch(report.toString(), to, kind, content, List.of()));
        }
        Submission submission = open.submission(submissions);
        fill(content, open, submission, open.words(record));
        String scope = "case:" + no;
        return Optional.of(new Dispatch(
                report.toString(),
                to,
                kind,
                content,
                submission.materials().stream()
                        .map(material -> file(scope, material))
                        .toList()));
    }

    private static void fill(ObjectNode content, OpenCase open, Submission submission, JsonNode words) {
        content.put("itemName", open.file().itemName());
        content.put("organisation", open.file().organisation());
        content.put("submittedAt", open.file().submittedAt().toString());
        content.put("acceptedAt", open.file().acceptedAt().toString());
        content.putObject("preliminary")
                .put("opinion", words.path("opinion").asText())
                .put("legalBasis", words.path("legalBasis").asText());
        content.set("applicant", party(submission.applicant()));
        content.set("operator", party(submission.operator()));
        content.set("answers", submission.answers());
    }

    private static ObjectNode party(PartySnapshot party) {
        return OpenCase.body()
                .put("kind", party.kind().name())
                .put("name", party.name())
                .put("idType", party.idType())
                .put("number", party.number())
                .put("phone", party.phone());
    }

    private Dispatch.File file(String scope, MaterialView material) {
        return new Dispatch.File(
                material.id().toString(),
                material.requirement(),
                material.name(),
                material.contentType(),
                material.sha256(),
                () -> uploads.read(material.id(), scope).bytes());
    }
}
