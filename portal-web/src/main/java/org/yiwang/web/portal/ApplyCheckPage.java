package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.filling.LookUpPapers;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.SubmitBundle;
import org.yiwang.workflow.casefile.SubmittedCase;
import org.yiwang.workflow.intake.SubmitCase;

/** 核对并提交: everything once more, each with its way back; then the one button that makes it an application. */
@Named("applyCheck")
@RequestScoped
@At("/apply/{draft}/check")
public class ApplyCheckPage extends ApplyPage {

    @Inject
    LookUpPapers lookUp;

    @Inject
    SubmitCase submitCase;

    @Inject
    SubmitBundle submitBundle;

    private boolean truthful;

    @Override
    protected String prepare(Visit visit) {
        lookUp.look(visit.actor(), draft.getView().id());
        draft.open(visit);
        return page.t("apply.check");
    }

    @Override
    protected Reply show(Visit visit) {
        return Reply.show("apply-check");
    }

    @Override
    protected Reply take(Visit visit) {
        truthful = visit.has("truthful");
        if (!truthful) {
            page.trouble("truthful", page.t("apply.truthful.missing"));
            return Reply.again("apply-check");
        }
        try {
            return visit.go(once.go(visit, () -> submit(visit)));
        } catch (Refusal refusal) {
            return again(refusal);
        }
    }

    /** Where its receipt is: one case's, or that of an errand with all its cases. */
    private String submit(Visit visit) {
        if (draft.isErrand()) {
            BundleView errand =
                    submitBundle.submit(visit.actor(), draft.getView().id());
            return "/my/bundles/" + errand.bundleNo() + "?said=submitted";
        }
        SubmittedCase submitted =
                submitCase.submit(visit.actor(), draft.getView().id());
        return "/my/cases/" + submitted.caseNo() + "/receipt";
    }

    private Reply again(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            throw refusal;
        }
        Refusal said = InLanguage.of(
                        page, draft.getView().item(), draft.getView().answers(), draft.today())
                .say(refusal);
        page.trouble(said, path -> "");
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
