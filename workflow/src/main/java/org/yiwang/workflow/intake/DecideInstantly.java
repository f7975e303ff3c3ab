package org.yiwang.workflow.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.InstantRule;
import org.yiwang.forms.filling.Submission;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.commitment.Commitments;
import org.yiwang.workflow.delivery.OrderResult;

/**
 * 即办: an instant item is received, accepted and granted at once, under a rule that two persons published; the event keeps
 * the rule's version and who published it. Where the rule does not hold, the window looks at it; a correction is put to
 * the same rule again.
 */
@ApplicationScoped
public class DecideInstantly {

    @Inject
    OrderResult result;

    /** True when it was decided. */
    public boolean decide(OpenCase open, Submission submission) {
        InstantRule rule = open.item().instantRule().orElse(null);
        if (!open.item().instant() || rule == null || !rule.approve().holds(submission.answers())) {
            return false;
        }
        if (open.file().status() == CaseStatus.SUBMITTED) {
            open.move(CaseAction.RECEIVE, CaseStatus.RECEIVED);
            open.moment(CaseMoment.RECEIVED);
        }
        open.move(CaseAction.ACCEPT, CaseStatus.ACCEPTED);
        open.moment(CaseMoment.ACCEPTED);
        open.systemEvent(
                EventType.CASE_ACCEPTED,
                OpenCase.body().put("acceptedOn", open.today().toString()));
        open.move(CaseAction.DECIDE, CaseStatus.APPROVED);
        open.moment(CaseMoment.DECIDED);
        ObjectNode reasons =
                OpenCase.body().put("reason", "符合即办规则：" + rule.basis()).put("legalBasis", rule.basis());
        open.note(RecordKind.DECISION, "", DecisionKind.GRANT.name(), null, false, reasons);
        ObjectNode body = OpenCase.body()
                .put("decision", DecisionKind.GRANT.name())
                .put("rule", open.item().code() + "@" + open.item().number())
                .put("ruleSha256", open.item().sha256());
        rule.publishedBy().forEach(body.putArray("publishedBy")::add);
        open.systemEvent(EventType.CASE_DECIDED, body);
        Commitments.granted(open);
        result.afterDecision(open, reasons);
        return true;
    }
}
