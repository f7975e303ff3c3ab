package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.CaseWords;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.workflow.bundle.LookUpProgress;
import org.yiwang.workflow.bundle.PublicErrand;
import org.yiwang.workflow.casefile.PublicProgress;

/** 凭编号查进度: by case number and query code, without a card. */
@Named("kioskAsk")
@RequestScoped
@At("/kiosk/progress")
public class AskPage implements KioskPage {

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
    public boolean needsCard() {
        return false;
    }

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("progress.title"));
        return Reply.show("kiosk/progress");
    }

    @Override
    public Reply post(Visit visit) {
        page.setTitle(page.t("progress.title"));
        caseNo = visit.param("caseNo");
        String code = visit.param("queryCode");
        if (caseNo.isEmpty()) {
            page.trouble("caseNo", page.t("progress.caseNo.missing"));
        }
        if (code.isEmpty()) {
            page.trouble("queryCode", page.t("progress.code.missing"));
        }
        if (page.getTroubles().isEmpty()) {
            look(code);
        }
        return Reply.show("kiosk/progress");
    }

    private void look(String code) {
        try {
            LookUpProgress.Found answer = lookUp.look(caseNo, code);
            found = answer.single();
            errand = answer.errand();
        } catch (Refusal refusal) {
            page.trouble(refusal);
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

    public String getStatusText() {
        return caseWords.status(found.status(), found.statusText());
    }

    public String getTone() {
        return caseWords.tone(found.status(), null);
    }

    public String getSentence() {
        return caseWords.sentence(found.status(), null, found.sentence());
    }

    public String getNextStep() {
        return caseWords.next(found.nextStep(), found.due());
    }

    public List<CaseWords.Stage> getStages() {
        boolean accepted =
                found.timeline().stream().anyMatch(entry -> entry.type().name().equals("CASE_ACCEPTED"));
        return caseWords.stages(found.status(), accepted);
    }
}
