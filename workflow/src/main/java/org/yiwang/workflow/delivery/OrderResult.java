package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.yiwang.forms.catalogue.Change;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.ResultRule;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.SuspendKind;
import org.yiwang.workflow.delivery.spi.ChangesLicence;
import org.yiwang.workflow.serving.Serving;

/**
 * 出件: what a decision sets in motion: the decision letter, the fee where one is due, then the result itself.
 */
@ApplicationScoped
public class OrderResult {

    @Inject
    ReadSubmission submissions;

    @Inject
    RefundFee refund;

    @Inject
    LicenceExpiry expiry;

    @Inject
    Serving serving;

    @Inject
    ChangesLicence changes;

    /** Orders the letters of a decision; the result of a grant waits for its fee. */
    public void afterDecision(OpenCase open, ObjectNode reasons) {
        Submission submission = open.submission(submissions);
        DecisionKind decision = open.file().decision();
        if (decision == DecisionKind.DENY) {
            letter(open, DocumentKind.DENIAL_DECISION, reasons);
            refund.ifPaid(open);
            open.tellApplicant("case.denied", OpenCase.body());
        } else {
            // An instant item's result says everything, unless the decision itself is the result.
            if (!open.item().instant() || open.item().result().kind() == ResultRule.Kind.DECISION) {
                granted(open, submission, reasons);
            }
            long cents = dueNow(open, submission);
            if (cents > 0) {
                open.feeDue(cents);
                open.clocks().pause(SuspendKind.FEE, "收费后发放", open.now());
                open.tellApplicant("case.feeDue", OpenCase.body().put("cents", cents));
            } else {
                order(open, submission);
                open.tellApplicant("case.approved", OpenCase.body());
            }
        }
    }

    /** What has to be paid before the result is made: a fee of the beginning nobody has paid yet, or that of the end. */
    private static long dueNow(OpenCase open, Submission submission) {
        return open.file().feeOutstanding()
                ? open.file().feeCents()
                : open.item().due(Fee.FeeMoment.AFTER_DECISION, submission.answers());
    }

    /** The fee is paid: what rested goes on, and the result is made. */
    void afterPayment(OpenCase open) {
        open.clocks().resume(SuspendKind.FEE.name(), open.now());
        order(open, open.submission(submissions));
        serving.afterRelease(open);
    }

    /** The licence, certificate or confirmation. */
    private void order(OpenCase open, Submission submission) {
        ResultRule rule = open.item().result();
        if (rule.kind() == ResultRule.Kind.DECISION) {
            return;
        }
        ObjectNode data = OpenCase.body();
        data.set("answers", ResultAnswers.of(open.item().form(), submission.answers()));
        ObjectNode result = data.putObject("result").put("name", rule.name().zh());
        result.put("issuedOn", LetterDate.of(open.today()));
        result.put("validFrom", LetterDate.of(open.today()));
        Optional<LocalDate> until = changes.of(open)
                .map(ChangesLicence.Held::validTo)
                .or(() -> rule.validity().map(span -> Validity.until(open.today(), span)));
        result.put("validTo", until.map(LetterDate::of).orElse("长期"));
        open.letter(DocumentKind.RESULT, rule.template(), data);
        until.ifPresent(day -> expiry.begin(open, day));
    }

    /** 准予决定书 (W15); of a change the one that names the licence and what is changed (W16). */
    private void granted(OpenCase open, Submission submission, ObjectNode reasons) {
        Optional<ChangesLicence.Held> held = changes.of(open);
        if (held.isEmpty()) {
            letter(open, DocumentKind.APPROVAL_DECISION, reasons);
            return;
        }
        Change change = open.item().change().orElseThrow();
        ObjectNode data = data(open, reasons);
        data.putObject("change")
                .put("number", held.get().number())
                .put("validTo", LetterDate.of(held.get().validTo()))
                .put(
                        "items",
                        ResultAnswers.of(open.item().form(), submission.answers())
                                .path(change.items())
                                .asText())
                .put("basis", change.basis());
        open.letter(DocumentKind.CHANGE_DECISION, DocumentKind.CHANGE_DECISION.template(), data);
    }

    private static void letter(OpenCase open, DocumentKind kind, ObjectNode reasons) {
        open.letter(kind, kind.template(), data(open, reasons));
    }

    private static ObjectNode data(OpenCase open, ObjectNode reasons) {
        ObjectNode data = OpenCase.body();
        data.set(
                "decision",
                reasons.deepCopy().put("resultName", open.item().result().name().zh()));
        return data;
    }
}
