package org.yiwang.workflow.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.course.Points;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.waiting.internal.WaitingLists;

/** 进入轮候: with the grant, in the same transaction; the legal clock has ended with the decision, and nothing runs while he waits. */
@ApplicationScoped
public class EnterList {

    @Inject
    WaitingLists lists;

    @Inject
    ReadSubmission submissions;

    /** Does nothing where the item has no list. */
    public void afterGrant(OpenCase open) {
        open.item().course().waiting().ifPresent(rule -> {
            int points = Points.of(rule.points(), open.submission(submissions).answers());
            long number = lists.enter(
                    rule.list(),
                    open.file().id(),
                    open.file().caseNo().value(),
                    open.file().applicantMasked(),
                    points,
                    open.now());
            open.systemEvent(
                    EventType.WAITING_BEGUN,
                    OpenCase.body()
                            .put("list", rule.list())
                            .put("number", number)
                            .put("points", points));
            open.tellApplicant("case.waiting", OpenCase.body().put("number", Long.toString(number)));
        });
    }
}
