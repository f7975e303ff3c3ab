package org.yiwang.workflow.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.filling.FreezeSubmission;
import org.yiwang.forms.filling.Frozen;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseNumbers;
import org.yiwang.workflow.casefile.SubmittedCase;
import org.yiwang.workflow.intake.SubmitCase;

/** 提交草稿: for whoever does not know whether a draft asks for one service or for an errand; the draft itself does. */
@ApplicationScoped
public class SubmitDraft {

    @Inject
    CaseNumbers numbers;

    @Inject
    FreezeSubmission freeze;

    @Inject
    Bundles store;

    @Inject
    SubmitCase cases;

    @Inject
    SubmitBundle errands;

    /**
     * 已提交: one of the two.
     *
     * @param single null for an errand
     * @param errand null for a single service
     */
    public record Done(SubmittedCase single, BundleView errand) {}

    @Transactional
    public Done submit(Actor actor, UUID draftId) {
        CaseNo no = numbers.next();
        Frozen frozen = freeze.freeze(actor, draftId, no.value());
        boolean errand = frozen.already()
                .map(known -> store.find(new CaseNo(known)).isPresent())
                .orElseGet(() -> frozen.submission().item().bundle().isPresent());
        return errand
                ? new Done(null, errands.submit(actor, no, draftId, frozen))
                : new Done(cases.submit(actor, no, draftId, frozen), null);
    }
}
