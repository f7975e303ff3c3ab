package org.yiwang.workflow.licence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.Change;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.licence.internal.Licences;

/** 申请变更: an application to change what a licence says names one that its applicant holds and that is good (行政许可法 §49). */
@ApplicationScoped
public class BeginChange {

    @Inject
    Licences licences;

    @Inject
    LicenceChain chain;

    /** Called when a case is opened; refuses (422) what names no licence of his, or one that cannot be changed now. */
    public void begin(OpenCase open, Submission submission) {
        submission.item().change().ifPresent(change -> begin(open, submission, change));
    }

    private void begin(OpenCase open, Submission submission, Change change) {
        String path = "answers." + change.field();
        String number = submission.answers().path(change.field()).asText("").strip();
        Licences.Row licence = licences.held(submission.applicant().id(), number)
                .filter(row -> chain.gives(row, change.of()))
                .orElseThrow(() -> Refusal.invalid(path, "NO_LICENCE", "没有查到您名下这个编号的证照，请核对证照上的编号。"));
        if (licence.changeAsked()) {
            throw Refusal.invalid(path, "CHANGE_ASKED", "这份证照的变更正在办理，办完之后才能再次申请变更。");
        }
        if (licence.renewed() || licence.asked()) {
            throw Refusal.invalid(path, "RENEWAL_RUNS", "这份证照正在延续或者已经换发，请在换发之后用新的编号申请变更。");
        }
        if (open.today().isAfter(licence.validTo())) {
            throw Refusal.invalid(path, "LICENCE_EXPIRED", "这份证照的有效期已过，不能变更，请重新申请。");
        }
        licences.changeAsked(open.file().id(), licence);
    }
}
