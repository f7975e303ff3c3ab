package org.yiwang.workflow.licence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Renewal;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.licence.internal.Licences;

/**
 * 申请延续: an application to prolong a licence names one that its applicant holds. Asked for in time, the authority has to
 * decide before the licence ends (行政许可法 §50); a clock that nothing stops tells it so.
 */
@ApplicationScoped
public class BeginRenewal {

    @Inject
    Licences licences;

    @Inject
    LicenceChain chain;

    /** Called when a case is opened; refuses (422) what names no licence of his, or one whose time is over. */
    public void begin(OpenCase open, Submission submission) {
        submission.item().renewal().ifPresent(renewal -> begin(open, submission, renewal));
    }

    private void begin(OpenCase open, Submission submission, Renewal renewal) {
        String path = "answers." + renewal.field();
        String number = submission.answers().path(renewal.field()).asText("").strip();
        Licences.Row licence = licences.held(submission.applicant().id(), number)
                .filter(row -> chain.gives(row, renewal.of()))
                .orElseThrow(() -> Refusal.invalid(path, "NO_LICENCE", "没有查到您名下这个编号的证照，请核对证照上的编号。"));
        LocalDate today = open.today();
        if (licence.renewed() || licence.asked()) {
            throw Refusal.invalid(path, "RENEWAL_ASKED", "这份证照已经申请延续或者已经换发，不用重复申请。");
        }
        if (today.isAfter(licence.validTo())) {
            throw Refusal.invalid(path, "LICENCE_EXPIRED", "这份证照的有效期已过，不能延续，请重新申请。");
        }
        boolean inTime = !today.isAfter(licence.validTo().minusDays(renewal.before()));
        licences.asked(open.file().id(), licence, inTime);
        if (inTime) {
            int days = (int) ChronoUnit.DAYS.between(today, licence.validTo());
            open.clocks()
                    .start(ClockKind.RENEWAL, "", new Span(days, LimitUnit.CALENDAR_DAY), renewal.basis(), open.now());
        }
    }
}
