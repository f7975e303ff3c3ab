package org.yiwang.workflow.serving;

import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.ResultRule;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CompletionKind;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;

/** 办结: the decision has been served; only what outlives the case runs on. */
public final class Completion {

    private Completion() {}

    /**
     * Ends the case.
     *
     * @param by the action that served the decision
     */
    public static void complete(OpenCase open, CaseAction by) {
        boolean certificate = open.file().decision() == DecisionKind.GRANT
                && open.item().result().kind() != ResultRule.Kind.DECISION;
        open.complete(by, certificate ? CompletionKind.CERTIFICATE : CompletionKind.NORMAL);
        open.moment(CaseMoment.DELIVERED);
        open.clocks().close(open.now());
        open.event(EventType.CASE_COMPLETED, OpenCase.body());
        open.work().closeAll();
        if (open.owed().stream().anyMatch(paper -> paper.addressee() != null)) {
            // Interested parties who were heard learn on paper what was decided.
            Serving.letterForTheWindow(open);
        }
        open.tellApplicant("case.completed", OpenCase.body());
    }
}
