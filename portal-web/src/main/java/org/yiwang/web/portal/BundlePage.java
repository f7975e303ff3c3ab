package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.RateBundle;
import org.yiwang.workflow.bundle.ReadBundle;
import org.yiwang.workflow.bundle.WithdrawBundle;
import org.yiwang.workflow.casefile.CaseNo;

/** 一件事页面: all services of an errand, the one date, what waits for the applicant and what was issued. */
@Named("bundlePage")
@RequestScoped
@At({"/my/bundles/{bundleNo}", "/my/bundles/{bundleNo}/withdraw"})
public class BundlePage implements PortalPage {

    @Inject
    ReadBundle readBundle;

    @Inject
    WithdrawBundle withdrawBundle;

    @Inject
    RateBundle rateBundle;

    @Inject
    BundleWords words;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private BundleView view;
    private String said = "";
    private String level = "";
    private String text = "";

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
        open(visit);
        said = visit.param("said").matches("submitted|corrected|withdrawn|rate") ? visit.param("said") : "";
        if (!withdrawing(visit)) {
            return Reply.show("bundle");
        }
        page.setTitle(page.t("bundle.withdraw"));
        return view.canWithdraw() ? Reply.show("bundle-withdraw") : visit.go(path(visit));
    }

    private static boolean withdrawing(Visit visit) {
        return visit.request().getRequestURI().endsWith("/withdraw");
    }

    private static String path(Visit visit) {
        return "/my/bundles/" + visit.variable("bundleNo");
    }

    private void open(Visit visit) {
        view = readBundle.read(visit.actor(), no(visit));
        page.setTitle(words.name(view.item().code(), view.item().name()));
    }

    private static CaseNo no(Visit visit) {
        return CaseNo.parse(visit.variable("bundleNo")).orElseThrow(() -> Refusal.notFound("这个一件事办件"));
    }

    @Override
    public Reply post(Visit visit) {
        level = visit.param("level");
        text = visit.param("text");
        try {
            if (withdrawing(visit)) {
                long seen = CaseForms.version(visit);
                once.run(visit, () -> withdrawBundle.withdraw(visit.actor(), no(visit), seen, text));
                return visit.go(path(visit) + "?said=withdrawn");
            }
            int grade = level.matches("[1-5]") ? Integer.parseInt(level) : 0;
            once.run(visit, () -> rateBundle.rate(visit.actor(), no(visit), grade, text));
            return visit.go(path(visit) + "?said=rate");
        } catch (Refusal refusal) {
            return again(visit, refusal);
        }
    }

    private Reply again(Visit visit, Refusal refusal) {
        Reply.passOn(refusal);
        open(visit);
        if (refusal.problems().isEmpty()) {
            page.trouble("", refusal.getMessage());
        }
        for (Problem problem : refusal.problems()) {
            page.trouble(problem.path(), problem.message());
        }
        return Reply.refused(withdrawing(visit) && view.canWithdraw() ? "bundle-withdraw" : "bundle", refusal);
    }

    public BundleView getView() {
        return view;
    }

    /** The receipt, as a list of documents. */
    public List<BundleView.Receipt> getPapers() {
        return List.of(view.receipt());
    }

    /** How many services are granted, for the line that says how far it is. */
    public long getDone() {
        return view.members().stream()
                .filter(member -> member.state().granted())
                .count();
    }

    public String url(String rest) {
        return page.url("/my/bundles/" + view.bundleNo() + rest);
    }

    public String getSaid() {
        return said;
    }

    public String getLevel() {
        return level;
    }

    public String getText() {
        return text;
    }

    public List<String> getLevels() {
        return List.of("5", "4", "3", "2", "1");
    }
}
