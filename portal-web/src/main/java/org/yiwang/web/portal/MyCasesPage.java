package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.filling.DraftSummary;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.ReadBundle;
import org.yiwang.workflow.casefile.ReadCase;

/** 我的办件: drafts and cases of the person signed in, and of those he acts for. */
@Named("myCases")
@RequestScoped
@At("/my/cases")
public class MyCasesPage implements OwnPage {

    private static final int PAGE = 20;

    @Inject
    ReadCase readCase;

    @Inject
    ReadDraft readDraft;

    @Inject
    ReadBundle readBundle;

    @Inject
    BundleWords bundleWords;

    @Inject
    CaseWords caseWords;

    @Inject
    Page page;

    private List<DraftSummary> drafts = List.of();
    private ReadCase.Page cases;
    private List<BundleView.Line> bundles = List.of();
    private String said = "";

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("mine.title"));
        String after = visit.param("after");
        cases = readCase.alone(visit.actor(), after.isEmpty() ? null : after, PAGE);
        bundles = after.isEmpty() ? readBundle.mine(visit.actor()) : List.of();
        drafts = after.isEmpty() ? readDraft.mine(visit.actor(), null, PAGE) : List.of();
        said = visit.param("said").equals("discarded") ? "discarded" : "";
        return Reply.show("my-cases");
    }

    public List<DraftSummary> getDrafts() {
        return drafts;
    }

    public List<ReadCase.Line> getCases() {
        return cases.cases();
    }

    /** Errands, each as one; their cases stand on its page. */
    public List<BundleView.Line> getBundles() {
        return bundles;
    }

    public String bundleStatus(BundleView.Line line) {
        return bundleWords.status(line.status());
    }

    public String bundleTone(BundleView.Line line) {
        return bundleWords.tone(line.status());
    }

    public String getNext() {
        return cases.next() == null ? null : page.url("/my/cases?after=" + page.encode(cases.next()));
    }

    public String getSaid() {
        return said;
    }

    public String status(ReadCase.Line line) {
        return caseWords.status(line.status(), line.statusText());
    }

    public String tone(ReadCase.Line line) {
        return caseWords.tone(line.status(), null);
    }
}
