package org.yiwang.workflow.delivery;

import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.ResultRule;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 送达时点: which document serves a decision, and what its arrival does. Nothing is served while a fee is open (收费后发放);
 * with a decision letter that lies ready it is the payment that serves it, with everything else the document that comes
 * last.
 */
final class Serving {

    private Serving() {}

    /**
     * Is the decision served now?
     *
     * @param ready the documents that are in the register
     * @param feeOpen nothing is served before it is paid
     */
    static boolean due(CaseStatus status, ResultRule.Kind result, Set<DocumentKind> ready, boolean feeOpen) {
        return !feeOpen && by(status, result).filter(ready::contains).isPresent();
    }

    /** The document whose arrival serves the decision; empty where nothing waits to be served. */
    private static Optional<DocumentKind> by(CaseStatus status, ResultRule.Kind result) {
        return switch (status) {
            case DENIED -> Optional.of(DocumentKind.DENIAL_DECISION);
            case APPROVED, APPROVED_DEFERRED ->
                Optional.of(result == ResultRule.Kind.DECISION ? DocumentKind.APPROVAL_DECISION : DocumentKind.RESULT);
            default -> Optional.empty();
        };
    }

    /** After a document was registered: it alone is looked at, for what came before it was served when it came. */
    static void afterRegistering(OpenCase open, DocumentKind arrived) {
        serveIfDue(open, Set.of(arrived));
    }

    /** After the fee was paid: a decision letter that was registered before goes out now. */
    static void afterPayment(OpenCase open) {
        serveIfDue(open, open.registered());
    }

    /** After the errand let go of the result: what lies ready is served now, else when it comes. */
    static void afterRelease(OpenCase open) {
        serveIfDue(open, open.registered());
    }

    private static void serveIfDue(OpenCase open, Set<DocumentKind> ready) {
        if (due(
                open.file().status(),
                open.item().result().kind(),
                ready,
                open.file().feeOutstanding())) {
            serve(open);
        }
    }

    /** 电子送达以到达受送达人系统之日为送达日: where the applicant agreed to it the case is completed by this. */
    private static void serve(OpenCase open) {
        // A denial is issued too: nothing more will be, and the time for it must not run on.
        open.moment(CaseMoment.ISSUED);
        if (open.file().held() && open.file().status() == CaseStatus.APPROVED) {
            return;
        }
        if (open.file().status() == CaseStatus.APPROVED_DEFERRED) {
            servedOnPromise(open);
        } else if (open.file().electronic()) {
            Completion.complete(open);
        } else {
            open.work().dueWith(OrderResult.HAND_OUT, ClockKind.DELIVER);
        }
    }

    /** 容缺准予: the applicant has his result; the case stays open for what he owes. */
    private static void servedOnPromise(OpenCase open) {
        if (open.file().electronic()) {
            open.moment(CaseMoment.DELIVERED);
        } else {
            open.work().dueWith(OrderResult.HAND_OUT, ClockKind.DELIVER);
        }
    }
}
