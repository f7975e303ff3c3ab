package org.yiwang.workflow.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.ResultRule;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentRegistered;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 文书登记后: a document has its number and seal. Where the applicant agreed to electronic service, the decision is served
 * by this (电子送达以到达受送达人系统之日为送达日), and the case is completed.
 */
@ApplicationScoped
public class NoteIssuedDocument {

    @Inject
    CaseDesk desk;

    void on(@Observes DocumentRegistered registered) {
        OpenCase open = desk.open(Actor.SYSTEM, new CaseNo(registered.caseNo()));
        open.issued(registered.id());
        open.event(
                EventType.DOCUMENT_ISSUED,
                OpenCase.body()
                        .put("document", registered.id().toString())
                        .put("kind", registered.kind().name())
                        .put("number", registered.number()));
        if (serves(open, registered.kind())) {
            // A denial is issued too: nothing more will be, and the time for it must not run on.
            open.moment(CaseMoment.ISSUED);
            if (open.file().electronic()) {
                Completion.complete(open);
            } else {
                open.work().dueWith(OrderResult.HAND_OUT, ClockKind.DELIVER);
            }
        }
        desk.close(open);
    }

    /** Is this the document whose arrival serves the decision? */
    private static boolean serves(OpenCase open, DocumentKind kind) {
        if (open.file().status() == CaseStatus.DENIED) {
            return kind == DocumentKind.DENIAL_DECISION;
        }
        if (open.file().status() != CaseStatus.APPROVED || open.file().decision() != DecisionKind.GRANT) {
            return false;
        }
        return open.item().result().kind() == ResultRule.Kind.DECISION
                ? kind == DocumentKind.APPROVAL_DECISION && !open.file().feeOutstanding()
                : kind == DocumentKind.RESULT;
    }
}
