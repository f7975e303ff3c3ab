package org.yiwang.workflow.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.bundle.internal.Bundles;
import org.yiwang.workflow.casefile.BundledCases;
import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.Region;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.clock.WorkCalendar;
import org.yiwang.workflow.delivery.ReleaseResult;

/**
 * 推进: takes over how the cases stand, begins what may begin, cancels what never can, lets results go when all are
 * there. Looks at what is, not at what happened: looking twice does nothing twice.
 */
@ApplicationScoped
class MoveOn {

    @Inject
    Bundles store;

    @Inject
    BundledCases cases;

    @Inject
    StartMember start;

    @Inject
    ReleaseResult release;

    @Inject
    ReadSubmission submissions;

    @Inject
    FindItem items;

    @Inject
    Calendars calendars;

    @Inject
    TellErrand tell;

    @Inject
    Clock clock;

    @Transactional
    public void look(long bundleId) {
        store.lock(bundleId).ifPresent(bundle -> moveOn(open(Actor.SYSTEM, bundle)));
    }

    OpenBundle open(Actor actor, CaseBundle bundle) {
        return new OpenBundle(
                actor,
                bundle,
                items.version(bundle.itemVersionId()).bundle().orElseThrow(),
                store.children(bundle.id()),
                clock.instant(),
                store);
    }

    void moveOn(OpenBundle open) {
        List<CaseFile> files = cases.of(open.bundle.id());
        takeOver(open, files);
        BundleRules.Next next = BundleRules.next(open.members(), open.states(), issued(open));
        next.cancel().forEach((item, before) -> cancel(open, item, before.value()));
        if (!next.start().isEmpty()) {
            Submission errand = submissions.read(open.bundle.submissionId());
            next.start().forEach(member -> start.start(Actor.SYSTEM, open, errand, member));
        }
        promise(open, files);
        letGo(open, files);
        if (open.bundle.stands(open.stateList(), open.now)) {
            open.event(
                    BundleEvent.Type.STATUS_CHANGED,
                    OpenBundle.body().put("status", open.bundle.status().name()));
            tellWhole(open);
        }
    }

    private static void takeOver(OpenBundle open, List<CaseFile> files) {
        for (CaseFile file : files) {
            open.child(ItemCode.of(file.itemCode())).stands(MemberState.of(file));
        }
    }

    private Set<ItemCode> issued(OpenBundle open) {
        Set<ItemCode> issued = new HashSet<>();
        for (BundleChild child : open.children) {
            if (child.state().granted() && start.issued(child)) {
                issued.add(child.item());
            }
        }
        return issued;
    }

    static void cancel(OpenBundle open, ItemCode item, String why) {
        open.child(item).cancel(why);
        open.event(
                BundleEvent.Type.MEMBER_CANCELLED,
                OpenBundle.body().put("item", item.value()).put("reason", why));
    }

    /** 顺延: days that are not the offices', such as those of a correction, move the one date, and once. */
    private void promise(OpenBundle open, List<CaseFile> files) {
        CaseBundle bundle = open.bundle;
        LocalDate today = LegalDay.of(open.now);
        boolean waits = files.stream().anyMatch(file -> rests(file.status()));
        if (waits && bundle.waitingSince() == null) {
            bundle.waiting(today);
        } else if (!waits && bundle.waitingSince() != null) {
            WorkCalendar calendar = calendars.of(Region.CITY);
            int days = calendar.workdaysBetween(bundle.waitingSince(), today);
            bundle.waiting(null);
            if (days > 0) {
                bundle.promise(calendar.addWorkdays(bundle.promisedOn(), days));
                open.event(
                        BundleEvent.Type.PROMISE_MOVED,
                        OpenBundle.body()
                                .put("days", days)
                                .put("promisedOn", bundle.promisedOn().toString()));
            }
        }
    }

    static boolean rests(CaseStatus status) {
        return status == CaseStatus.CORRECTION_REQUIRED
                || status == CaseStatus.REVIEW_CORRECTION
                || status == CaseStatus.PRE_RETURNED
                || status == CaseStatus.SPECIAL_PROCEDURE
                || status == CaseStatus.FORWARDED
                || status == CaseStatus.HALTED;
    }

    /** 统一出件: all at once when all have decided; one alone when the law would not let it wait longer (§44). */
    private void letGo(OpenBundle open, List<CaseFile> files) {
        boolean all = BundleRules.allAnswered(open.stateList());
        List<CaseFile> ready = files.stream()
                .filter(CaseFile::held)
                .filter(file -> file.status() == CaseStatus.APPROVED && (all || servedSoon(open, file)))
                .toList();
        ready.forEach(file -> release.release(file.caseNo()));
        if (!ready.isEmpty()) {
            var body = OpenBundle.body().put("together", all);
            ready.forEach(file -> body.withArray("/cases").add(file.caseNo().value()));
            open.event(BundleEvent.Type.RESULTS_RELEASED, body);
        }
    }

    /** Its time for serving is running out: the list's own dates say so. */
    private static boolean servedSoon(OpenBundle open, CaseFile file) {
        TrafficLight light = file.lightOn(LegalDay.of(open.now));
        return light == TrafficLight.YELLOW || light == TrafficLight.RED;
    }

    private void tellWhole(OpenBundle open) {
        if (open.bundle.status() == BundleStatus.PARTIAL) {
            String names = open.children.stream()
                    .filter(child -> child.state().ended() && child.state() != MemberState.DONE)
                    .map(BundleChild::itemName)
                    .collect(Collectors.joining("、"));
            tell.applicant(open, "bundle.partial", Map.of("names", names));
        } else if (open.bundle.status() == BundleStatus.COMPLETED) {
            tell.applicant(open, "bundle.completed", Map.of());
        }
    }
}
