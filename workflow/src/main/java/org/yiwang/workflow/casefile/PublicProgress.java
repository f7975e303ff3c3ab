package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.internal.Attempts;
import org.yiwang.workflow.casefile.internal.CaseFiles;
import org.yiwang.workflow.clock.ClockView;
import org.yiwang.workflow.clock.TrafficLight;

/**
 * 进度查询: without signing in, by case number and query code. Five wrong codes lock the case's page for an hour; a number
 * that does not exist answers the same as a wrong code.
 */
@ApplicationScoped
public class PublicProgress {

    @Inject
    CaseFiles files;

    @Inject
    Attempts attempts;

    @Inject
    CaseDesk desk;

    /** 办件进度: nothing that names a person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            String caseNo,
            String itemName,
            CaseStatus status,
            String statusText,
            String sentence,
            String nextStep,
            CaseView.Due due,
            LocalDate ifAnsweredToday,
            LocalDate ifEndedToday,
            TrafficLight light,
            List<ClockView> clocks,
            List<CaseView.Entry> timeline) {}

    /** The failure is kept although the answer is a refusal: hence no rollback on it. */
    @Transactional(dontRollbackOn = Refusal.class)
    public Progress look(String typedNo, String typedCode) {
        Optional<CaseNo> no = CaseNo.parse(typedNo);
        if (no.isEmpty()) {
            throw Refusal.invalid("caseNo", "FORMAT", "办件编号应为 21 位数字，请核对回执上的编号。");
        }
        if (!attempts.count(no.get())) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "LOCKED", "查询码多次不正确，请一小时后再试，或登录后在“我的办件”中查看。");
        }
        Optional<CaseFile> file = files.find(no.get());
        if (file.isEmpty() || !same(desk.queryCode(file.get()), QueryCode.normalise(typedCode))) {
            throw Refusal.invalid("queryCode", "NO_MATCH", "办件编号或查询码不正确，请核对回执后再试。");
        }
        attempts.succeeded(no.get());
        CaseView view = desk.views().of(desk.look(Actor.ANONYMOUS, file.get()));
        return new Progress(
                view.caseNo(),
                view.item().name(),
                view.status(),
                view.statusText(),
                view.sentence(),
                view.nextStep(),
                view.due(),
                view.ifAnsweredToday(),
                view.ifEndedToday(),
                view.light(),
                view.clocks(),
                view.timeline());
    }

    private static boolean same(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
    }
}
