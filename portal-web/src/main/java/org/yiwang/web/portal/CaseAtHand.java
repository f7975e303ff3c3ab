package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.ReadCase;

/** 正在查看的办件: what the pages of a case share. */
@Named("caseAtHand")
@RequestScoped
public class CaseAtHand {

    @Inject
    ReadCase readCase;

    @Inject
    Page page;

    @Inject
    CaseWords caseWords;

    private CaseNo no;
    private CaseView view;

    void open(Visit visit) {
        no = CaseNo.parse(visit.variable("caseNo")).orElseThrow(() -> Refusal.notFound("这个办件"));
        view = readCase.read(visit.actor(), no);
    }

    CaseNo no() {
        return no;
    }

    public CaseView getView() {
        return view;
    }

    public boolean can(String action) {
        return view.allowedActions().contains(CaseAction.valueOf(action));
    }

    public String url(String rest) {
        return page.url("/my/cases/" + view.caseNo() + rest);
    }

    public String getSentence() {
        return caseWords.sentence(view.status(), view.decision(), view.sentence());
    }

    public String getNextStep() {
        return caseWords.next(view.nextStep(), view.due());
    }

    public String getStatusText() {
        return caseWords.status(view.status(), view.statusText());
    }

    /** ok, warn, bad or plain: how the status looks; its words say the same. */
    public String getTone() {
        return caseWords.tone(view.status(), view.decision());
    }

    /** Newest first. */
    public List<CaseView.Entry> getTimeline() {
        return CaseWords.newestFirst(view.timeline());
    }

    /** The notice that waits for an answer, or null. */
    public CaseView.Correction getOpenCorrection() {
        return view.status() != CaseStatus.CORRECTION_REQUIRED && view.status() != CaseStatus.REVIEW_CORRECTION
                ? null
                : view.corrections().stream()
                        .filter(correction -> correction.answeredAt() == null)
                        .findFirst()
                        .orElse(null);
    }

    /** Does something promised still have to come? */
    public boolean isOwes() {
        return view.deferred().stream().anyMatch(one -> one.state().equals("PENDING"));
    }

    public boolean isDenied() {
        return view.decision() == DecisionKind.DENY;
    }

    public List<CaseWords.Stage> getStages() {
        return caseWords.stages(view.status(), view.acceptedAt() != null);
    }
}
