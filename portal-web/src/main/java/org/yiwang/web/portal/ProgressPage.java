package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.bundle.LookUpProgress;
import org.yiwang.workflow.bundle.PublicErrand;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.PublicProgress;

/** 进度查询: by case number and query code, without signing in. The code is sent, never put into an address. */
@Named("progressPage")
@RequestScoped
@At("/progress")
public class ProgressPage implements PortalPage {

    @Inject
    LookUpProgress lookUp;

    @Inject
    CaseWords caseWords;

    @Inject
    Page page;

    private String caseNo = "";
    private PublicProgress.Progress found;
    private PublicErrand.Progress errand;

    @Override
    public String section() {
        return "progress";
    }

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("progress.title"));
        caseNo = visit.param("caseNo").matches("[0-9 -]{1,40}") ? visit.param("caseNo") : "";
        return Reply.show("progress");
    }

    @Override
    public Reply post(Visit visit) {
        page.setTitle(page.t("progress.title"));
        visit.response().setHeader("Cache-Control", "no-store");
        caseNo = visit.param("caseNo");
        String code = visit.param("queryCode");
        if (caseNo.isEmpty()) {
            page.trouble("caseNo", page.t("progress.caseNo.missing"));
        }
        if (code.isEmpty()) {
            page.trouble("queryCode", page.t("progress.code.missing"));
        }
        if (!page.getTroubles().isEmpty()) {
            return Reply.again("progress");
        }
        try {
            LookUpProgress.Found answer = lookUp.look(caseNo, code);
            found = answer.single();
            errand = answer.errand();
            return Reply.show("progress");
        } catch (Refusal refusal) {
            page.trouble(refusal);
            return Reply.refused("progress", refusal);
        }
    }

    public String getCaseNo() {
        return caseNo;
    }

    /** Of a whole errand; null for a single case. */
    public PublicErrand.Progress getErrand() {
        return errand;
    }

    /** Of a single case; null for an errand. */
    public PublicProgress.Progress getFound() {
        return found;
    }

    public String getSentence() {
        return caseWords.sentence(found.status(), null, found.sentence());
    }

    public String getNextStep() {
        return caseWords.next(found.nextStep(), found.due());
    }

    public String getStatusText() {
        return caseWords.status(found.status(), found.statusText());
    }

    public String getTone() {
        return caseWords.tone(found.status(), null);
    }

    public List<CaseWords.Stage> getStages() {
        boolean accepted =
                found.timeline().stream().anyMatch(entry -> entry.type().name().equals("CASE_ACCEPTED"));
        return caseWords.stages(found.status(), accepted);
    }

    public List<CaseView.Entry> getTimeline() {
        return CaseWords.newestFirst(found.timeline());
    }
}
