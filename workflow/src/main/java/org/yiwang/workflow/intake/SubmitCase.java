package org.yiwang.workflow.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.FreezeSubmission;
import org.yiwang.forms.filling.Frozen;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.BundleSeat;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseNumbers;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.SubmittedCase;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.commitment.Commitments;
import org.yiwang.workflow.deferral.Deferrals;
import org.yiwang.workflow.enrolment.EnterBatch;
import org.yiwang.workflow.licence.BeginChange;
import org.yiwang.workflow.licence.BeginRenewal;

/**
 * 提交申请: freezes the draft against the item's version, opens the case and gives the receipt (W01). Submitting the same
 * draft again answers the case that is there. An instant item is decided in the same transaction.
 */
@ApplicationScoped
public class SubmitCase {

    @Inject
    CaseNumbers numbers;

    @Inject
    FreezeSubmission freeze;

    @Inject
    CaseDesk desk;

    @Inject
    BeginRenewal renewal;

    @Inject
    BeginChange change;

    @Inject
    IntakeWork intake;

    @Inject
    EnterBatch enterBatch;

    @Inject
    DecideInstantly instantly;

    @Transactional
    public SubmittedCase submit(Actor actor, UUID draftId) {
        CaseNo no = numbers.next();
        return submit(actor, no, draftId, freeze.freeze(actor, draftId, no.value()));
    }

    /** The same for whoever has frozen the draft already, to see what kind of draft it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SubmittedCase submit(Actor actor, CaseNo no, UUID draftId, Frozen frozen) {
        if (frozen.already().isPresent()) {
            return receipt(desk.open(actor, new CaseNo(frozen.already().get())));
        }
        Submission submission = frozen.submission();
        if (submission.item().bundle().isPresent()) {
            throw Refusal.conflict("BUNDLE", "这是“一件事”申请，请从一件事页面提交。");
        }
        return receipt(begin(desk.create(actor, no, draftId, submission), submission));
    }

    /** A case of an errand: its share of the one submission has been frozen before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public CaseNo submit(Actor actor, CaseNo no, UUID draftId, Submission submission, BundleSeat seat) {
        desk.close(begin(desk.create(actor, no, draftId, submission, seat), submission));
        return no;
    }

    private OpenCase begin(OpenCase open, Submission submission) {
        renewal.begin(open, submission);
        change.begin(open, submission);
        open.event(
                EventType.CASE_SUBMITTED,
                OpenCase.body()
                        .put("item", submission.item().code().value())
                        .put("itemVersion", submission.item().number())
                        .put("channel", open.file().channel().name())
                        .put("materials", submission.materials().size()));
        open.clocks().on(CaseMoment.SUBMITTED, open.now(), enterBatch.enter(open, submission));
        Deferrals.promised(open, submission);
        Commitments.made(open, submission);
        open.letter(DocumentKind.APPLICATION_FORM, DocumentKind.APPLICATION_FORM.template(), OpenCase.body());
        open.letter(DocumentKind.MATERIAL_RECEIPT, DocumentKind.MATERIAL_RECEIPT.template(), OpenCase.body());
        if (!instantly.decide(open, submission)) {
            intake.open(open);
            open.tellApplicant("case.submitted", OpenCase.body());
            charge(open, submission);
        }
        return open;
    }

    /** 受理前收费: due from now on; whether it is paid stops neither the case nor a clock. */
    private static void charge(OpenCase open, Submission submission) {
        long cents = submission.item().due(Fee.FeeMoment.BEFORE_ACCEPTANCE, submission.answers());
        if (cents > 0) {
            open.feeDue(cents);
            open.tellApplicant("case.feeDueNow", OpenCase.body().put("cents", cents));
        }
    }

    private SubmittedCase receipt(OpenCase open) {
        String queryCode = desk.queryCode(open.file());
        LocalDate answerBy = open.dueOn(ClockKind.ACCEPT).orElse(null);
        LocalDate promised = open.file().status().undecided()
                ? open.clocks().ifNow(open.now()).accepted().orElse(null)
                : null;
        CaseView view = desk.close(open);
        return new SubmittedCase(view.caseNo(), queryCode, answerBy, promised, view);
    }
}
