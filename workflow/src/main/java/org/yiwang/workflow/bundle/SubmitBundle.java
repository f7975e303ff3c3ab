package org.yiwang.workflow.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.filling.FreezeMember;
import org.yiwang.forms.filling.FreezeSubmission;
import org.yiwang.forms.filling.Frozen;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseNumbers;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.Region;
import org.yiwang.workflow.clock.Calendars;

/**
 * 一次提交: freezes the one form and the one set of materials, opens the cases of all services that wait for nobody, and
 * plans the rest; all in one transaction. Submitting the same draft again answers the errand that is there.
 */
@ApplicationScoped
public class SubmitBundle {

    @Inject
    CaseNumbers numbers;

    @Inject
    FreezeSubmission freeze;

    @Inject
    FreezeMember members;

    @Inject
    Bundles store;

    @Inject
    StartMember start;

    @Inject
    TellErrand tell;

    @Inject
    ErrandReceipt receipt;

    @Inject
    ErrandCode codes;

    @Inject
    ReadBundle read;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    @Transactional
    public BundleView submit(Actor actor, UUID draftId) {
        CaseNo no = numbers.next();
        return submit(actor, no, draftId, freeze.freeze(actor, draftId, no.value()));
    }

    /** The same for whoever has frozen the draft already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public BundleView submit(Actor actor, CaseNo no, UUID draftId, Frozen frozen) {
        if (frozen.already().isPresent()) {
            return read.read(actor, new CaseNo(frozen.already().get()));
        }
        Submission submission = frozen.submission();
        Bundle plan = submission.item().bundle().orElseThrow(() -> Refusal.conflict("NO_BUNDLE", "这是单个事项的申请，请按事项提交。"));
        List<BundleMember> chosen = plan.chosen(submission.answers());
        check(submission, chosen);
        OpenBundle open = open(actor, no, draftId, submission, plan, chosen);
        BundleRules.Next next = BundleRules.next(open.members(), open.states(), Set.of());
        next.start().forEach(member -> start.start(actor, open, submission, member));
        receipt.order(open, submission);
        tell.applicant(
                open,
                "bundle.submitted",
                Map.of("dueOn", open.bundle.promisedOn().toString()));
        return read.view(actor, open.bundle);
    }

    /** Each service looks at its share too; what they find is said once, in the words of the one form. */
    private void check(Submission submission, List<BundleMember> chosen) {
        Set<String> coming =
                chosen.stream().map(member -> member.item().value()).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        for (BundleMember member : chosen) {
            members.problems(submission, member, coming).stream()
                    .filter(found ->
                            problems.stream().noneMatch(known -> known.path().equals(found.path())))
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private OpenBundle open(
            Actor actor, CaseNo no, UUID draftId, Submission submission, Bundle plan, List<BundleMember> chosen) {
        CaseBundle bundle = CaseBundle.open(
                no, draftId, submission, actor.channel(), codes.fresh(submission.keyId(), no), clock.instant());
        LocalDate today = LegalDay.of(bundle.submittedAt());
        bundle.promise(calendars.of(Region.CITY).addWorkdays(today, plan.promisedWorkdays()));
        store.add(bundle);
        List<BundleChild> children = new ArrayList<>();
        for (BundleMember member : chosen) {
            BundleChild child = BundleChild.planned(bundle, children.size() + 1, member);
            store.add(child);
            children.add(child);
        }
        OpenBundle open = new OpenBundle(actor, bundle, plan, children, bundle.submittedAt(), store);
        var body = OpenBundle.body()
                .put("item", submission.item().code().value())
                .put("itemVersion", submission.item().number())
                .put("channel", actor.channel().name())
                .put("promisedOn", bundle.promisedOn().toString());
        children.forEach(child -> body.withArray("/items").add(child.item().value()));
        open.event(BundleEvent.Type.BUNDLE_SUBMITTED, body);
        return open;
    }
}
