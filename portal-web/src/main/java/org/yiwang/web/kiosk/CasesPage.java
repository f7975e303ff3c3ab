package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.CaseWords;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.ReadBundle;
import org.yiwang.workflow.casefile.ReadCase;

/** 我的办件: those of the card's holder alone, newest first. */
@Named("kioskCases")
@RequestScoped
@At("/kiosk/cases")
public class CasesPage implements KioskPage {

    private static final int PAGE = 6;

    @Inject
    ReadCase readCase;

    @Inject
    ReadBundle readBundle;

    @Inject
    CaseWords caseWords;

    @Inject
    Page page;

    private ReadCase.Page cases;
    private List<BundleView.Line> errands = List.of();

    @Override
    public boolean entrance() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("mine.title"));
        String after = visit.param("after");
        cases = readCase.mine(visit.actor(), after.isEmpty() ? null : after, PAGE);
        errands = after.isEmpty() ? readBundle.mine(visit.actor()) : List.of();
        return Reply.show("kiosk/cases");
    }

    /** Errands stand before the cases, on the first page. */
    public List<BundleView.Line> getErrands() {
        return errands;
    }

    public List<ReadCase.Line> getCases() {
        return cases.cases();
    }

    public String getNext() {
        return cases.next() == null ? null : page.url("/kiosk/cases?after=" + page.encode(cases.next()));
    }

    public String status(ReadCase.Line line) {
        return caseWords.status(line.status(), line.statusText());
    }

    public String tone(ReadCase.Line line) {
        return caseWords.tone(line.status(), null);
    }
}
