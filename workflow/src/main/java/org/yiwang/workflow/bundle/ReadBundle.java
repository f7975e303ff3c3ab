package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandatePower;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.BundledCases;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.clock.ClockKind;

/** 查看一件事: one's own; an officer sees it from a case of it, the others with their states only. */
@ApplicationScoped
public class ReadBundle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 50;

    @Inject
    Bundles store;

    @Inject
    BundledCases cases;

    @Inject
    ReadCase readCase;

    @Inject
    FindItem items;

    @Inject
    FindParty parties;

    @Inject
    ErrandReceipt receipt;

    @Inject
    ErrandCode codes;

    @Transactional
    public BundleView read(Actor actor, CaseNo no) {
        CaseBundle bundle = store.find(no).orElseThrow(() -> Refusal.notFound("这个一件事办件"));
        if (!sees(actor, bundle)) {
            throw Refusal.notFound("这个一件事办件");
        }
        return view(actor, bundle);
    }

    /** The applicant's side; an officer who sees one of its cases. */
    boolean sees(Actor actor, CaseBundle bundle) {
        return applicantSide(actor, bundle)
                || actor.officer() && cases.of(bundle.id()).stream().anyMatch(file -> cases.sees(actor, file));
    }

    /** The errand a case is part of, for whoever sees the case. */
    @Transactional
    public Optional<BundleView> ofCase(Actor actor, CaseNo no) {
        return cases.bundleOf(no).flatMap(store::find).map(bundle -> read(actor, bundle.bundleNo()));
    }

    /** His own, and his principals', newest first. */
    @Transactional
    public List<BundleView.Line> mine(Actor actor) {
        if (!actor.citizen()) {
            throw Refusal.forbidden("“我的办件”只对申请人开放。");
        }
        List<Long> whose = Stream.concat(
                        Stream.of(actor.id()),
                        actor.channel() == Channel.KIOSK
                                ? Stream.<Long>of()
                                : parties.mandates(actor).stream()
                                        .map(mandate -> mandate.principal().internalId()))
                .distinct()
                .toList();
        long operator = actor.channel() == Channel.KIOSK ? 0 : actor.id();
        return store.of(whose, operator, MOST).stream().map(this::line).toList();
    }

    /** Whether that number is an errand's that he may see. */
    @Transactional
    public boolean known(Actor actor, CaseNo no) {
        return store.find(no).filter(bundle -> applicantSide(actor, bundle)).isPresent();
    }

    private BundleView.Line line(CaseBundle bundle) {
        List<BundleChild> children = store.children(bundle.id());
        return new BundleView.Line(
                bundle.bundleNo().value(),
                bundle.itemCode(),
                bundle.itemName(),
                bundle.status(),
                bundle.status().text(),
                bundle.applicantMasked(),
                bundle.submittedAt(),
                bundle.promisedOn(),
                children.size(),
                (int) children.stream().filter(child -> child.state().granted()).count());
    }

    boolean applicantSide(Actor actor, CaseBundle bundle) {
        if (actor.channel() == Channel.KIOSK) {
            return actor.citizen() && actor.id() == bundle.applicantId();
        }
        return actor.citizen()
                && (actor.id() == bundle.applicantId()
                        || actor.id() == bundle.operatorId()
                        || parties.mandate(actor, bundle.applicantId(), code(bundle))
                                .isPresent());
    }

    private String code(CaseBundle bundle) {
        return items.version(bundle.itemVersionId()).code().value();
    }

    /** May he act for the applicant now? */
    boolean speaks(Actor actor, CaseBundle bundle) {
        return actor.citizen()
                && (actor.id() == bundle.applicantId()
                        || parties.mandate(actor, bundle.applicantId(), MandatePower.APPLY, code(bundle))
                                .isPresent());
    }

    BundleView view(Actor actor, CaseBundle bundle) {
        Bundle plan = items.version(bundle.itemVersionId()).bundle().orElseThrow();
        Map<String, CaseFile> files =
                cases.of(bundle.id()).stream().collect(Collectors.toMap(CaseFile::itemCode, Function.identity()));
        List<BundleChild> children = store.children(bundle.id());
        List<BundleView.Member> members = children.stream()
                .map(child -> member(
                        actor, plan, children, child, files.get(child.item().value())))
                .toList();
        boolean speaks = speaks(actor, bundle);
        return new BundleView(
                bundle.bundleNo().value(),
                new BundleView.Item(bundle.itemCode(), bundle.itemName()),
                bundle.status(),
                bundle.status().text(),
                bundle.version(),
                bundle.applicantMasked(),
                bundle.submittedAt(),
                bundle.promisedOn(),
                members.stream().anyMatch(BundleView.Member::toCorrect),
                bundle.delivery(),
                members,
                receipt.of(bundle).map(ReadBundle::paper).orElse(null),
                speaks ? codes.of(bundle).orElse(null) : null,
                timeline(bundle),
                bundle.ended(),
                speaks && WithdrawBundle.open(members),
                speaks && bundle.ended() && bundle.rating() == null,
                bundle.rating());
    }

    private BundleView.Member member(
            Actor actor, Bundle plan, List<BundleChild> all, BundleChild child, CaseFile file) {
        BundleMember member = plan.member(child.item()).orElseThrow();
        CaseView view = file != null && cases.sees(actor, file) ? readCase.read(actor, file.caseNo()) : null;
        // As the case stands now; the errand itself may take over a moment later.
        MemberState state = file == null ? child.state() : MemberState.of(file);
        return new BundleView.Member(
                child.seq(),
                child.item().value(),
                child.itemName(),
                member.mode(),
                state,
                state.text(),
                view == null ? null : view.caseNo(),
                view == null ? null : view.status(),
                view == null ? null : view.statusText(),
                view == null ? null : dueOn(view),
                state == MemberState.PLANNED ? names(all, member) : List.of(),
                reason(all, child),
                file != null && file.held() && state == MemberState.GRANTED,
                view != null && view.allowedActions().contains(CaseAction.SUPPLY_CORRECTION),
                view != null && actor.citizen() && view.allowedActions().contains(CaseAction.WITHDRAW),
                view == null || actor.citizen() && file.held() ? List.of() : results(view));
    }

    private static BundleView.Receipt paper(DocumentView document) {
        return new BundleView.Receipt(document.id(), document.title(), document.number(), document.ready());
    }

    private static LocalDate dueOn(CaseView view) {
        return view.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.PROMISE)
                .map(clock -> clock.dueOn())
                .findFirst()
                .orElse(null);
    }

    private static List<String> names(List<BundleChild> all, BundleMember member) {
        return all.stream()
                .filter(child -> member.dependsOn().contains(child.item()))
                .map(BundleChild::itemName)
                .toList();
    }

    private static String reason(List<BundleChild> all, BundleChild child) {
        if (child.state() != MemberState.CANCELLED) {
            return null;
        }
        return all.stream()
                .filter(other -> other.item().value().equals(child.reason()))
                .findFirst()
                .map(other -> "“" + other.itemName() + "”没有办成，这一项不能继续，已自动取消；以后可以单独申请。")
                .orElse("随一件事一并撤回。");
    }

    private static List<BundleView.Result> results(CaseView view) {
        return view.documents().stream()
                .filter(document -> document.id() != null && "REGISTERED".equals(document.state()))
                .filter(document -> List.of(
                                "RESULT",
                                "APPROVAL_DECISION",
                                "CHANGE_DECISION",
                                "DENIAL_DECISION",
                                "NOT_ACCEPT_DECISION")
                        .contains(document.kind()))
                .map(document -> new BundleView.Result(document.id(), document.title(), document.number()))
                .toList();
    }

    private List<BundleView.Entry> timeline(CaseBundle bundle) {
        return store.events(bundle.id()).stream()
                .map(event -> new BundleView.Entry(
                        event.at(), event.type(), event.type().text(), item(event)))
                .toList();
    }

    private static String item(BundleEvent event) {
        try {
            return JSON.readTree(event.body()).path("item").asText("");
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
