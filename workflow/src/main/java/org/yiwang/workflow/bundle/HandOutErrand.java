package org.yiwang.workflow.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.BundledCases;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.delivery.DeliverResult;
import org.yiwang.workflow.delivery.DeliverResult.HandedOut;

/**
 * 一件事统一交付: whoever comes for the results of an errand shows his document once and signs once; each case has its own
 * record of service and event as if it had been handed out alone. All or nothing: one transaction, so that the slip lists
 * exactly what he has in his hands.
 */
@ApplicationScoped
public class HandOutErrand {

    @Inject
    Bundles store;

    @Inject
    BundledCases cases;

    @Inject
    ReadCase readCase;

    @Inject
    ReadBundle read;

    @Inject
    DeliverResult deliver;

    @Inject
    ErrandHandout slip;

    @Inject
    MoveOn moveOn;

    /** 待交付的一项: what goes over the counter with it. */
    public record Line(String caseNo, String item, List<Paper> papers) {}

    /** 待交付的一份文书. */
    public record Paper(String title, String number) {}

    /**
     * 不在本次交付之内的一项.
     *
     * @param open is it still to come?
     */
    public record Rest(String item, String state, boolean open) {}

    /**
     * 出件台上的一件事.
     *
     * @param applicant masked
     * @param seen what the clerk has before him, to be sent back with the hand-out
     * @param slips the slips of what was handed out so far
     */
    public record Counter(
            String bundleNo,
            String item,
            String applicant,
            String seen,
            List<Line> ready,
            List<Rest> rest,
            List<BundleView.Receipt> slips) {}

    /** What lies ready; refuses whoever hands out nothing. */
    @Transactional
    public Counter look(Actor actor, CaseNo no) {
        return counter(actor, seen(actor, no));
    }

    /**
     * Hands it all out.
     *
     * @param seen of {@link Counter}: what has changed since is refused (409)
     */
    @Transactional
    public Counter handOut(Actor actor, CaseNo no, String seen, DeliverResult.Handover handover) {
        CaseBundle bundle = store.lock(seen(actor, no).id()).orElseThrow();
        List<CaseFile> files = cases.of(bundle.id());
        List<CaseView> ready = ready(actor, files);
        if (ready.isEmpty()) {
            throw Refusal.conflict("NOTHING_READY", "这个一件事现在没有可以交付的结果，请查看各事项的进展。");
        }
        if (!token(ready).equals(seen)) {
            throw Refusal.conflict("STALE", "可以交付的结果在您查看之后已有变化，请刷新页面后再操作。");
        }
        List<String> rest = counter(actor, bundle).rest().stream()
                .filter(Rest::open)
                .map(Rest::item)
                .toList();
        Map<String, HandedOut> handed = new LinkedHashMap<>();
        for (CaseView one : ready) {
            handed.put(one.item().name(), deliver.deliverWith(actor, new CaseNo(one.caseNo()), handover, no));
        }
        OpenBundle open = moveOn.open(actor, bundle);
        open.event(BundleEvent.Type.RESULTS_HANDED_OUT, OpenBundle.body().put("count", handed.size()));
        slip.order(bundle, handed, rest, open.now);
        return counter(actor, bundle);
    }

    private CaseBundle seen(Actor actor, CaseNo no) {
        if (!actor.officer() || !actor.is(Role.CLERK)) {
            throw Refusal.forbidden("一并交付只对窗口人员开放。");
        }
        return store.find(no).filter(bundle -> read.sees(actor, bundle)).orElseThrow(() -> Refusal.notFound("这个一件事办件"));
    }

    /** In the order of their ids, in which they are locked. */
    private List<CaseView> ready(Actor actor, List<CaseFile> files) {
        return files.stream()
                .filter(file -> cases.sees(actor, file))
                .map(file -> readCase.read(actor, file.caseNo()))
                .filter(view -> view.allowedActions().contains(CaseAction.DELIVER))
                .toList();
    }

    private static String token(List<CaseView> ready) {
        return ready.stream().map(view -> view.caseNo() + "-" + view.version()).collect(Collectors.joining("."));
    }

    private Counter counter(Actor actor, CaseBundle bundle) {
        List<CaseView> ready = ready(actor, cases.of(bundle.id()));
        List<String> numbers = ready.stream().map(CaseView::caseNo).toList();
        List<BundleView.Member> members = read.view(actor, bundle).members();
        return new Counter(
                bundle.bundleNo().value(),
                bundle.itemName(),
                bundle.applicantMasked(),
                token(ready),
                ready.stream().map(view -> line(view, members)).toList(),
                members.stream()
                        .filter(member -> member.caseNo() == null || !numbers.contains(member.caseNo()))
                        .map(HandOutErrand::rest)
                        .toList(),
                slip.of(bundle));
    }

    private static Line line(CaseView view, List<BundleView.Member> members) {
        List<Paper> papers = members.stream()
                .filter(member -> view.caseNo().equals(member.caseNo()))
                .flatMap(member -> member.results().stream())
                .map(result -> new Paper(result.title(), result.number()))
                .toList();
        return new Line(view.caseNo(), view.item().name(), papers);
    }

    private static Rest rest(BundleView.Member member) {
        return new Rest(
                member.name(),
                member.held() ? "已准予，等待统一出件" : member.stateText(),
                !member.state().ended());
    }
}
