package org.yiwang.workflow.serving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.ResultRule;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Post;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.HandOver;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.ServiceWay;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.SuspendKind;

/**
 * 送达时点: which document serves a decision, and where the case goes when it is there: into the applicant's account, to
 * the maker of the card, to the post or to the window, as the applicant chose. Nothing is served while a fee is open
 * (收费后发放) or while the result waits for the others of its errand (统一出件).
 */
@ApplicationScoped
public class Serving {

    /** 待领取: how long before the first reminder; the others follow a fortnight and a month after it lay ready. */
    public static final Span TO_FETCH = new Span(7, LimitUnit.CALENDAR_DAY);

    /** Which delivery clock is that of the letter of a case that has ended without a decision. */
    static final String LETTER = "letter";

    private static final String PLATFORM = "云州市一网通办平台（系统送达）";
    private static final String BASIS = "《中华人民共和国行政许可法》第四十四条";

    @Inject
    ServiceLetters letters;

    // ---- what serves a decision

    /**
     * Is the decision served now?
     *
     * @param ready the documents that are in the register
     * @param feeOpen nothing is served before it is paid
     */
    static boolean due(CaseStatus status, ResultRule.Kind result, Set<DocumentKind> ready, boolean feeOpen) {
        boolean waits =
                status == CaseStatus.APPROVED || status == CaseStatus.APPROVED_DEFERRED || status == CaseStatus.DENIED;
        return waits && !feeOpen && by(status, result).filter(ready::contains).isPresent();
    }

    /** The document whose arrival serves the decision; empty where nothing waits to be served. */
    private static Optional<DocumentKind> by(CaseStatus status, ResultRule.Kind result) {
        return switch (status) {
            case DENIED -> Optional.of(DocumentKind.DENIAL_DECISION);
            case APPROVED, APPROVED_DEFERRED, CERTIFYING, AWAITING_PICKUP, IN_DELIVERY ->
                Optional.of(result == ResultRule.Kind.DECISION ? DocumentKind.APPROVAL_DECISION : DocumentKind.RESULT);
            default -> Optional.empty();
        };
    }

    /** Does this paper serve the decision of the case? */
    public static boolean decides(OpenCase open, Paper paper) {
        return paper.addressee() == null
                && by(open.file().status(), open.item().result().kind())
                        .filter(paper.kind()::equals)
                        .isPresent();
    }

    // ---- when it happens

    /**
     * 到达: a letter goes into the account of whoever agreed to that.
     *
     * @return whether it was served by it
     */
    boolean arrive(OpenCase open, Paper arrived) {
        boolean electronic = arrived.addressee() == null
                && arrived.kind().servable()
                && !open.takenBack(arrived.kind())
                && electronically(open, arrived);
        if (electronic) {
            letters.arrive(open, List.of(arrived));
        }
        return electronic;
    }

    /** After a document was registered: it alone is looked at, for what came before it was served when it came. */
    void afterRegistering(OpenCase open, Paper arrived) {
        if (arrived.addressee() == null && isDue(open, Set.of(arrived.kind()))) {
            goOn(open);
        } else if (open.file().status().ended() && arrived.kind().servable() && awaits(open, arrived)) {
            letterForTheWindow(open);
        }
    }

    private static boolean awaits(OpenCase open, Paper arrived) {
        return open.owed().stream().anyMatch(paper -> paper.id().equals(arrived.id()));
    }

    /** After the fee was paid, or the errand let go of the result: what lies ready goes out now, the rest when it comes. */
    public void afterRelease(OpenCase open) {
        if (isDue(open, open.registered())) {
            goOn(open);
        }
    }

    private static boolean isDue(OpenCase open, Set<DocumentKind> ready) {
        return due(open.file().status(), open.item().result().kind(), ready, feeOpen(open));
    }

    /** 不予许可的不收费: a denial waits for no fee. */
    public static boolean feeOpen(OpenCase open) {
        return open.file().feeOutstanding() && open.file().decision() != DecisionKind.DENY;
    }

    /** Letters arrive in the account of whoever agreed to that; the result only if he wants it so, and when it is free. */
    private boolean electronically(OpenCase open, Paper arrived) {
        return open.file().electronic()
                && !(decides(open, arrived) && open.file().status() != CaseStatus.DENIED)
                && letters.reaches(open);
    }

    // ---- where it goes

    private void goOn(OpenCase open) {
        if (open.file().status() == CaseStatus.DENIED) {
            // A denial is issued too: nothing more will be, and the time for it must not run on.
            open.moment(CaseMoment.ISSUED);
            denied(open);
            return;
        }
        if (open.file().held() && open.file().status() == CaseStatus.APPROVED) {
            issuedOnPaper(open);
            return;
        }
        if (open.file().status() == CaseStatus.APPROVED_DEFERRED) {
            onPromise(open);
            return;
        }
        switch (way(open)) {
            case ELECTRONIC -> arrived(open);
            case POST -> certifying(open);
            case PICKUP -> {
                if (HandOver.needsCard(open)) {
                    certifying(open);
                } else {
                    ready(open, CaseAction.PREPARE);
                }
            }
        }
    }

    private void denied(OpenCase open) {
        boolean served = open.unserved().stream().noneMatch(paper -> decides(open, paper));
        if (served) {
            List<Paper> decision =
                    open.papers().stream().filter(paper -> decides(open, paper)).toList();
            letters.receipt(open, decision, ServiceWay.ELECTRONIC, OpenCase.body(), PLATFORM);
            Completion.complete(open, CaseAction.ARRIVE);
        } else {
            work(open, "serve", "送达决定书", ClockKind.DELIVER);
        }
    }

    /** 容缺准予: the applicant has his result; the case stays open for what he owes. */
    private void onPromise(OpenCase open) {
        open.moment(CaseMoment.ISSUED);
        if (way(open) == ServiceMethod.ELECTRONIC) {
            letters.arrive(open, open.unserved());
            open.moment(CaseMoment.DELIVERED);
        } else {
            work(open, "handout", "先行出件", ClockKind.DELIVER);
        }
    }

    /** A print is there as soon as the original is; a card only when it is made. */
    private static void issuedOnPaper(OpenCase open) {
        if (!HandOver.needsCard(open)) {
            open.moment(CaseMoment.ISSUED);
        }
    }

    /** The way he chose; what cannot arrive in an account falls back to the window. */
    private ServiceMethod way(OpenCase open) {
        ServiceMethod chosen = open.file().serviceMethod();
        if (chosen != ServiceMethod.ELECTRONIC) {
            return chosen;
        }
        if (open.file().electronic() && letters.reaches(open)) {
            return chosen;
        }
        open.serve(ServiceMethod.PICKUP, false);
        open.systemEvent(EventType.SERVICE_BOUNCED, OpenCase.body());
        open.tellApplicant("case.bounced", OpenCase.body());
        return ServiceMethod.PICKUP;
    }

    /** 电子送达以到达受送达人系统之日为送达日. */
    private void arrived(OpenCase open) {
        open.moment(CaseMoment.ISSUED);
        List<Paper> unserved = open.unserved();
        letters.arrive(open, unserved);
        letters.receipt(open, unserved, ServiceWay.ELECTRONIC, OpenCase.body(), PLATFORM);
        Completion.complete(open, CaseAction.ARRIVE);
    }

    private static void certifying(OpenCase open) {
        issuedOnPaper(open);
        open.move(CaseAction.PREPARE, CaseStatus.CERTIFYING);
        open.systemEvent(EventType.CERTIFYING_BEGUN, OpenCase.body());
        makeOrPack(open);
    }

    private static void makeOrPack(OpenCase open) {
        if (HandOver.needsCard(open)) {
            work(open, "certify", "制证", ClockKind.DELIVER);
        } else {
            work(open, "post", "交寄", ClockKind.DELIVER);
        }
    }

    /** 制证完成: to the post, or to the window. */
    public void made(OpenCase open) {
        open.moment(CaseMoment.ISSUED);
        if (open.file().serviceMethod() == ServiceMethod.POST) {
            makeOrPack(open);
        } else {
            ready(open, CaseAction.CERTIFY);
        }
    }

    /** 待领取: the office has done its part; its time rests while the applicant's to fetch it runs. */
    public static void ready(OpenCase open, CaseAction by) {
        issuedOnPaper(open);
        open.move(by, CaseStatus.AWAITING_PICKUP);
        open.clocks().pause(SuspendKind.PICKUP, "结果已备好，待申请人领取", open.now());
        open.clocks().start(ClockKind.PICKUP, "", TO_FETCH, "云州市政务服务中心出件规程", open.now());
        open.event(EventType.RESULT_READY, OpenCase.body());
        work(open, "handout", "待领取出件", ClockKind.PICKUP);
        open.tellApplicant(
                "case.ready",
                OpenCase.body()
                        .put("dueOn", open.dueOn(ClockKind.PICKUP).orElseThrow().toString()));
    }

    /** 送达方式变了: what was under way for the old one is turned over to the new. */
    void wayChanged(OpenCase open) {
        switch (open.file().status()) {
            case CERTIFYING -> {
                switch (way(open)) {
                    case ELECTRONIC -> arrived(open);
                    case POST -> makeOrPack(open);
                    case PICKUP -> {
                        if (HandOver.needsCard(open)) {
                            makeOrPack(open);
                        } else {
                            ready(open, CaseAction.PREPARE);
                        }
                    }
                }
            }
            case AWAITING_PICKUP -> {
                if (way(open) == ServiceMethod.ELECTRONIC) {
                    arrived(open);
                }
            }
            default -> lettersNow(open);
        }
    }

    /** Whoever agrees now gets what was waiting at once; what decides a grant still goes its own way. */
    private void lettersNow(OpenCase open) {
        List<Paper> waiting = open.unserved().stream()
                .filter(paper -> electronically(open, paper))
                .collect(Collectors.toList());
        letters.arrive(open, waiting);
        if (open.file().status() == CaseStatus.DENIED && open.registered().contains(DocumentKind.DENIAL_DECISION)) {
            denied(open);
        }
    }

    /** 办件已经终结的: a letter that has to be served is for the window, within the time of the law. */
    static void letterForTheWindow(OpenCase open) {
        open.clocks().start(ClockKind.DELIVER, LETTER, new Span(10, LimitUnit.WORKDAY), BASIS, open.now());
        work(open, "serve", "送达文书", ClockKind.DELIVER);
    }

    /** The window's work, instead of what it had to do before. */
    public static void work(OpenCase open, String key, String name, ClockKind clock) {
        // What is not issued before the card is made is due with the time of the law itself.
        ClockKind due = Stream.of(clock, ClockKind.PROMISE, ClockKind.LEGAL)
                .filter(kind -> open.clocks().running(kind).isPresent())
                .findFirst()
                .orElse(clock);
        open.work().closeAll();
        open.work().open(key, name, "", new Post(open.item().intake().department(), "result"), open.dueOf(due));
    }
}
