package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.CaseWords;
import org.yiwang.web.portal.FormOnce;
import org.yiwang.web.portal.GradeForm;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.workflow.bundle.ReadBundle;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.delivery.PrintDocument;
import org.yiwang.workflow.rating.RateCase;

/** 办件页面: where it stands; and the certificate with the button that prints it. */
@Named("kioskCase")
@RequestScoped
@At({"/kiosk/cases/{caseNo}", "/kiosk/cases/{caseNo}/ready"})
public class CaseAtKiosk implements KioskPage {

    @Inject
    ReadCase readCase;

    @Inject
    ReadBundle readBundle;

    @Inject
    PrintDocument print;

    @Inject
    CaseWords caseWords;

    @Inject
    Page page;

    @Inject
    RateCase rateCase;

    @Inject
    FormOnce once;

    @Inject
    GradeForm gradeForm;

    private CaseView view;
    private int left;
    private boolean givenBack;

    @Override
    public Reply get(Visit visit) {
        CaseNo no = CaseNo.parse(visit.variable("caseNo")).orElseThrow(() -> Refusal.notFound("这个办件"));
        if (readBundle.known(visit.actor(), no)) {
            return visit.go("/kiosk/bundles/" + no.value()
                    + (visit.has("said") ? "?said=" + page.encode(visit.param("said")) : ""));
        }
        view = readCase.read(visit.actor(), no);
        if (page.getPath().endsWith("/ready")) {
            String answer = isWaiting() ? "no" : "yes";
            return new Reply.File("ready.txt", "text/plain", answer.getBytes(StandardCharsets.US_ASCII), false);
        }
        page.setTitle(view.item().name());
        givenBack = visit.param("said").equals("givenback");
        left = getResult() == null ? 0 : print.left(visit.actor(), getResult().id());
        return Reply.show("kiosk/case");
    }

    /** 评价: asked on this screen, right after the case has ended; the session knows whose case it is. */
    @Override
    public Reply post(Visit visit) {
        CaseNo no = CaseNo.parse(visit.variable("caseNo")).orElseThrow(() -> Refusal.notFound("这个办件"));
        gradeForm.read(visit);
        try {
            once.run(visit, () -> rateCase.rate(visit.actor(), no, gradeForm.grade()));
            return visit.go("/kiosk/cases/" + no.value());
        } catch (Refusal refusal) {
            Reply.passOn(refusal);
            page.trouble(refusal);
            get(visit);
            return Reply.refused("kiosk/case", refusal);
        }
    }

    public boolean isRateable() {
        return view.allowedActions().contains(CaseAction.RATE);
    }

    public CaseView getView() {
        return view;
    }

    /** What was applied for, once it is ordered; null before that. */
    public CaseView.Document getResult() {
        return view.documents().stream()
                .filter(document -> document.kind().equals(DocumentKind.RESULT.name()))
                .findFirst()
                .orElse(null);
    }

    public boolean isWaiting() {
        return getResult() != null && !getResult().ready();
    }

    public boolean isGivenBack() {
        return givenBack;
    }

    /** How many copies may still be printed. */
    public int getLeft() {
        return left;
    }

    public boolean isPrintable() {
        return getResult() != null && getResult().ready() && left > 0;
    }

    /** The copy that would come next. */
    public int getNext() {
        return PrintDocument.MOST - left + 1;
    }

    public int getMost() {
        return PrintDocument.MOST;
    }

    public String getStatusText() {
        return caseWords.status(view.status(), view.statusText());
    }

    public String getTone() {
        return caseWords.tone(view.status(), view.decision());
    }

    public String getSentence() {
        return caseWords.sentence(view.status(), view.decision(), view.sentence());
    }

    public String getNextStep() {
        return caseWords.next(view.nextStep(), view.due());
    }

    public List<CaseWords.Stage> getStages() {
        return caseWords.stages(view.status(), view.acceptedAt() != null);
    }
}
