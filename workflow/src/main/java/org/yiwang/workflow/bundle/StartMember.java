package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.catalogue.bundle.DeliveryPolicy;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.document.FindDocuments;
import org.yiwang.forms.filling.FreezeMember;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.BundleSeat;
import org.yiwang.workflow.casefile.BundledCases;
import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseNumbers;
import org.yiwang.workflow.intake.SubmitCase;

/** 启动子件: opens the case of one service, by the same way as any other case. */
@ApplicationScoped
class StartMember {

    @Inject
    FreezeMember freeze;

    @Inject
    SubmitCase submit;

    @Inject
    CaseNumbers numbers;

    @Inject
    ReadSubmission submissions;

    @Inject
    BundledCases cases;

    @Inject
    FindDocuments documents;

    void start(Actor actor, OpenBundle open, Submission errand, BundleMember member) {
        BundleChild child = open.child(member.item());
        CaseNo no = numbers.next();
        // Made from what it is for: a second start of the same service finds its place taken.
        UUID draftId = UUID.nameUUIDFromBytes(
                (open.bundle.bundleNo().value() + ":" + member.item()).getBytes(StandardCharsets.UTF_8));
        ObjectNode answers = answers(open, errand, member);
        Submission own = freeze.freeze(errand, open.bundle.bundleNo().value(), member, answers, draftId, no.value());
        boolean held = open.bundle.delivery() == DeliveryPolicy.ALL_READY;
        submit.submit(
                actor,
                no,
                draftId,
                own,
                new BundleSeat(open.bundle.id(), open.bundle.bundleNo().value(), held, open.bundle.channel()));
        child.started(no);
        open.event(
                BundleEvent.Type.MEMBER_STARTED,
                OpenBundle.body().put("item", member.item().value()).put("caseNo", no.value()));
    }

    /** The errand's answers; where a service before it was corrected, what holds now; and what its result tells. */
    private ObjectNode answers(OpenBundle open, Submission errand, BundleMember member) {
        ObjectNode all = errand.answers().deepCopy();
        List<CaseFile> started = cases.of(open.bundle.id());
        for (ItemCode before : member.waitsFor(open.states().keySet())) {
            BundleMember other = open.plan.member(before).orElseThrow();
            started.stream()
                    .filter(file -> file.itemCode().equals(before.value()))
                    .findFirst()
                    .ifPresent(file -> all.setAll(other.answersBack(
                            submissions.read(file.submissionId()).answers())));
        }
        ObjectNode own = member.answersFrom(all);
        member.fromResult().forEach((field, before) -> {
            if (open.states().containsKey(before)) {
                resultNumber(open.child(before)).ifPresent(number -> own.put(field, number));
            }
        });
        return own;
    }

    /** The number of the paper that says a service was granted, once it lies in the register. */
    Optional<String> resultNumber(BundleChild child) {
        return child.caseNo() == null
                ? Optional.empty()
                : documents.ofCase(child.caseNo()).stream()
                        .filter(DocumentView::ready)
                        .filter(document -> document.kind() == DocumentKind.RESULT)
                        .map(DocumentView::number)
                        .findFirst();
    }

    /** Whether that paper lies in the register, be it only the decision. */
    boolean issued(BundleChild child) {
        return child.caseNo() != null
                && documents.ofCase(child.caseNo()).stream()
                        .filter(DocumentView::ready)
                        .anyMatch(document -> document.kind() == DocumentKind.RESULT
                                || document.kind() == DocumentKind.APPROVAL_DECISION && !awaitsResult(child));
    }

    private boolean awaitsResult(BundleChild child) {
        return documents.ofCase(child.caseNo()).stream()
                .anyMatch(document -> document.kind() == DocumentKind.RESULT && !document.ready());
    }
}
