package org.yiwang.workflow.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.ServiceWay;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;

/** 公告期满: thirty days after a public notice the letter counts as served, whoever has read it. */
@ApplicationScoped
public class DeemServed {

    @Inject
    CaseDesk desk;

    @Inject
    ServiceLetters letters;

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (!passed.over(ClockKind.NOTICE)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        Paper paper = open.unservedAtAll().stream()
                .filter(p -> p.id().toString().equals(passed.ref()))
                .findFirst()
                .orElse(null);
        if (paper == null) {
            return;
        }
        open.require(CaseAction.DEEM_SERVED);
        CaseRecord notice = ServiceLetters.notice(open, paper).get(0);
        ObjectNode words = (ObjectNode) open.words(notice);
        boolean decides = Serving.decides(open, paper);
        ServiceLetters.end(open, notice, ServiceWay.PUBLIC_NOTICE.name());
        letters.begins(open, paper, open.now());
        open.touch();
        open.event(
                EventType.LETTER_SERVED,
                OpenCase.body().put("document", passed.ref()).put("way", ServiceWay.PUBLIC_NOTICE.name()));
        ObjectNode said = words.deepCopy().put("at", open.now().toString());
        letters.receipt(
                open,
                List.of(paper),
                ServiceWay.PUBLIC_NOTICE,
                said,
                words.path("servers").asText());
        if (decides && serves(open.file().status())) {
            Completion.complete(open, CaseAction.DEEM_SERVED);
        }
        desk.close(open);
    }

    static boolean serves(CaseStatus status) {
        return status == CaseStatus.AWAITING_PICKUP || status == CaseStatus.DENIED;
    }
}
