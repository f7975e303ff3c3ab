package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.SubmittedCase;
import org.yiwang.workflow.intake.SubmitCase;

/** 核对并提交: everything once more, each with its way back; then the one button that makes it an application. */
@Named("applyCheck")
@RequestScoped
@At("/apply/{draft}/check")
public class ApplyCheckPage implements PortalPage {

    @Inject
    DraftAtHand draft;

    @Inject
    SubmitCase submitCase;

    @Inject
    Page page;

    private boolean truthful;

    @Override
    public String section() {
        return "mine";
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("apply.check"));
        return draft.open(visit).orElseGet(() -> Reply.show("apply-check"));
    }

    /** Sent twice it is one case: the draft itself remembers what became of it. */
    @Override
    public Reply post(Visit visit) {
        page.setTitle(page.t("apply.check"));
        Optional<Reply> elsewhere = draft.open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        truthful = visit.has("truthful");
        if (!truthful) {
            page.trouble("truthful", page.t("apply.truthful.missing"));
            return Reply.again("apply-check");
        }
        try {
            SubmittedCase submitted =
                    submitCase.submit(visit.actor(), draft.getView().id());
            return visit.go("/my/cases/" + submitted.caseNo() + "/receipt");
        } catch (Refusal refusal) {
            return again(refusal);
        }
    }

    private Reply again(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            throw refusal;
        }
        for (Problem problem : refusal.problems()) {
            page.trouble("", problem.message());
        }
        return Reply.again("apply-check");
    }

    public List<DisplaySection> getSections() {
        return draft.getView().item().form().display(draft.getView().answers(), page.language());
    }

    public boolean isTruthful() {
        return truthful;
    }

    /** Problems still open, for those who came here too early. */
    public List<Problem> getProblems() {
        return draft.getView().item().form().check(draft.getView().answers(), draft.today(), page.language());
    }
}
