package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.internal.CaseFiles;
import org.yiwang.workflow.clock.ClockView;
import org.yiwang.workflow.clock.TrafficLight;

/**
 * 进度查询: of one case, without signing in, by case number and query code ({@link QueryGuard}).
 */
@ApplicationScoped
public class PublicProgress {

    @Inject
    CaseFiles files;

    @Inject
    QueryGuard guard;

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
        CaseNo no = guard.pass(typedNo, typedCode, asked -> files.find(asked).map(desk::queryCode));
        CaseFile file = files.find(no).orElseThrow();
        CaseView view = desk.views().of(desk.look(Actor.ANONYMOUS, file));
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
}
