package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.ReadUpload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 现场核查: by at least two officers (行政许可法 §34), inside the legal time: it is no special procedure and stops no clock. Its
 * record is a letter of its own, signed by the person concerned or before a witness.
 */
@ApplicationScoped
public class RecordSiteCheck implements ActionUseCase<RecordSiteCheck.Findings> {

    @Inject
    CaseDesk desk;

    @Inject
    Advance advance;

    @Inject
    Directory directory;

    @Inject
    ReadUpload uploads;

    /**
     * 核查情况.
     *
     * @param withStaffNo the second officer
     * @param checkedAt when they were there; not before acceptance, not in the future
     * @param passed does what they saw fit the conditions?
     * @param photos ids of files uploaded to this case
     * @param signature whether the person concerned signed the record
     * @param party who that was, and what he is to the applicant
     * @param refusal why he did not sign
     * @param witness before whom the record was made when he refused or was not there
     */
    public record Findings(
            String withStaffNo,
            Instant checkedAt,
            String place,
            String findings,
            Boolean passed,
            List<UUID> photos,
            PartySignature signature,
            String party,
            String refusal,
            String witness) {}

    @Override
    public CaseAction action() {
        return CaseAction.RECORD_SITE_CHECK;
    }

    @Override
    public Class<Findings> fields() {
        return Findings.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Findings> asked) {
        return record(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView record(Actor actor, CaseNo no, UUID workItem, long seenVersion, Findings seen) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        WorkItem work = open.requireWork(CaseAction.RECORD_SITE_CHECK, workItem);
        open.requireMine(work);
        Signatures.requireOwner(work);
        Signatures.requireReady(open, work);
        if (open.step(work).role() != StepRole.SITE_CHECK) {
            throw Refusal.conflict("WRONG_STEP", "“" + work.stepName() + "”环节不是现场核查。");
        }
        ObjectNode said = checked(open, work, seen);
        ClaimWork.inReview(open, CaseAction.RECORD_SITE_CHECK);
        Opinion opinion = seen.passed() ? Opinion.AGREE : Opinion.DISAGREE;
        open.note(RecordKind.SITE_CHECK, work.stepKey(), opinion.name(), null, false, said);
        open.touch();
        open.event(
                EventType.SITE_CHECK_RECORDED,
                OpenCase.body().put("step", work.stepKey()).put("passed", seen.passed()));
        advance.after(open, work, opinion.name());
        SiteRecord.order(
                open,
                work.stepName(),
                said,
                directory.officer(actor.id()).orElseThrow(),
                directory.officer(said.path("with").asLong()).orElseThrow());
        return desk.close(open);
    }

    private ObjectNode checked(OpenCase open, WorkItem work, Findings seen) {
        Words words = new Words()
                .required("place", "核查地点", seen.place())
                .required("findings", "核查情况", seen.findings())
                .required("withStaffNo", "第二名核查人员工号", seen.withStaffNo());
        SiteRecord.check(words, seen);
        if (seen.passed() == null) {
            words.problem("passed", "REQUIRED", "请选择核查结论：符合或不符合。");
        }
        if (seen.checkedAt() == null
                || seen.checkedAt().isAfter(open.now())
                || seen.checkedAt().isBefore(open.file().acceptedAt().truncatedTo(ChronoUnit.MINUTES))) {
            words.problem("checkedAt", "OUT_OF_RANGE", "核查时间应在受理之后、现在之前。");
        }
        Optional<Officer> second = directory.officersOf(work.queue()).stream()
                .filter(officer -> officer.staffNo().equals(seen.withStaffNo()))
                .findFirst();
        if (seen.withStaffNo() != null
                && second.filter(o -> o.id() != open.actor().id()).isEmpty()) {
            words.problem("withStaffNo", "SECOND_OFFICER", "现场核查须由两名以上人员进行，请填写同岗位另一名人员的工号。");
        }
        second.filter(o -> open.avoids(o.id()).isPresent())
                .ifPresent(o -> words.problem("withStaffNo", "AVOIDANCE", o.name() + "与本件应当回避，不能参加核查，请另选人员。"));
        List<UUID> photos = seen.photos() == null ? List.of() : seen.photos();
        for (UUID photo : photos) {
            if (!uploads.exists(photo, "case:" + open.file().caseNo())) {
                words.problem("photos", "UNKNOWN_FILE", "有一张照片不在本办件中，请重新上传。");
            }
        }
        ObjectNode said = words.checked();
        said.put("with", second.orElseThrow().id());
        said.put("checkedAt", seen.checkedAt().toString());
        said.put("passed", seen.passed());
        ArrayNode files = said.putArray("photos");
        photos.forEach(photo -> files.add(photo.toString()));
        return said;
    }
}
