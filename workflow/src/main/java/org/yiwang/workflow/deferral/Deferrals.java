package org.yiwang.workflow.deferral;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.DeferralForm;
import org.yiwang.forms.catalogue.DeferralRule;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.Promises;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;

/** 容缺: what is owed in one case while it lies on the desk. Each material has its own last day. */
public final class Deferrals {

    private Deferrals() {}

    // ---- what is there

    /** What is still to come. */
    public static List<CaseRecord> owed(OpenCase open) {
        return open.records(RecordKind.DEFERRED).stream()
                .filter(CaseRecord::open)
                .toList();
    }

    static CaseRecord owed(OpenCase open, String material) {
        return owed(open).stream()
                .filter(entry -> entry.stepKey().equals(material))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("NOT_OWED", "“" + material + "”不是本件待补交的容缺材料，请核对容缺待补清单。"));
    }

    /** 补齐前不出证 (GATE_RESULT): refuses a grant while something is owed. */
    public static void requireNothingOwed(OpenCase open) {
        List<CaseRecord> owed = owed(open);
        if (!owed.isEmpty() && form(open) == DeferralForm.GATE_RESULT) {
            throw Refusal.conflict(
                    "DEFERRED_PENDING",
                    "容缺材料“" + open.words(owed.get(0)).path("name").asText() + "”还没有补齐，补齐前不能作出准予决定；不符合条件的可以作出不予决定。");
        }
    }

    /** 先出证后补 (ISSUE_THEN_SUPPLY): a grant leaves something owed. */
    public static boolean grantsOnPromise(OpenCase open) {
        return !owed(open).isEmpty();
    }

    private static DeferralForm form(OpenCase open) {
        return open.item().deferral().map(DeferralRule::form).orElse(DeferralForm.GATE_RESULT);
    }

    // ---- what becomes of it

    /** With the submission: what was signed goes into the file. */
    public static void promised(OpenCase open, Submission submission) {
        for (Promises.Later later : submission.promises().later()) {
            ObjectNode words = OpenCase.body()
                    .put(
                            "name",
                            open.item()
                                    .material(later.material())
                                    .orElseThrow()
                                    .name()
                                    .zh())
                    .put("reason", later.reason())
                    .put("days", later.days());
            open.note(RecordKind.DEFERRED, later.material(), DeferralState.PROMISED.name(), null, true, words);
        }
    }

    /** The case is taken on: the applicant's time begins, and he is told in writing (W18). */
    public static void begin(OpenCase open, Instant from, Submission submission) {
        if (owed(open).isEmpty()) {
            return;
        }
        limit(open, CaseMoment.ACCEPTED).ifPresent(limit -> start(open, limit, from));
        tell(open, submission);
    }

    /** The decision: where the time counts from the grant it begins now. */
    public static void granted(OpenCase open) {
        limit(open, CaseMoment.DECIDED).ifPresent(limit -> start(open, limit, open.now()));
    }

    private static java.util.Optional<TimeLimit> limit(OpenCase open, CaseMoment start) {
        return open.item().limit(LimitKind.DEFERRED).filter(limit -> limit.startEvent() == start);
    }

    private static void start(OpenCase open, TimeLimit limit, Instant from) {
        for (CaseRecord entry : owed(open)) {
            ObjectNode words = (ObjectNode) open.words(entry);
            Span span = new Span(Math.min(words.path("days").asInt(limit.value()), limit.value()), limit.unit());
            open.clocks().start(ClockKind.DEFERRED, entry.stepKey(), span, limit.basis(), from);
            LocalDate due = open.dueOn(ClockKind.DEFERRED, entry.stepKey()).orElseThrow();
            requireWithinThePromise(open, limit, due);
            open.amendRecord(entry, DeferralState.PENDING.name(), due, words);
        }
    }

    /** 容缺承诺期不得超过承诺时限. */
    private static void requireWithinThePromise(OpenCase open, TimeLimit limit, LocalDate due) {
        boolean longer = limit.startEvent() == CaseMoment.ACCEPTED
                && open.dueOn(ClockKind.PROMISE).filter(due::isAfter).isPresent();
        if (longer) {
            throw Refusal.conflict("DEFERRAL_TOO_LONG", "容缺补交期限超过了本事项的承诺办结时限，不能容缺受理；请告知补正。");
        }
    }

    private static void tell(OpenCase open, Submission submission) {
        TimeLimit limit = open.item().limit(LimitKind.DEFERRED).orElseThrow();
        DeferralRule rule = open.item().deferral().orElseThrow();
        ObjectNode data = OpenCase.body();
        ObjectNode deferral = data.putObject("deferral");
        deferral.put("form", rule.form().label().zh()).put("basis", rule.basis());
        deferral.put("signature", submission.promises().signature());
        deferral.put("signedOn", LetterDate.of(submission.promises().signedAt()));
        boolean gate = rule.form() == DeferralForm.GATE_RESULT;
        deferral.put("afterwards", gate ? "本机关将终止办理" : "本机关将依照程序撤销已作出的决定");
        ArrayNode items = deferral.putArray("items");
        for (CaseRecord entry : owed(open)) {
            var words = open.words(entry);
            items.addObject()
                    .put("name", words.path("name").asText())
                    .put("reason", words.path("reason").asText())
                    .put("due", due(entry, limit, words.path("days").asInt(limit.value())));
        }
        open.letter(DocumentKind.DEFERRAL_NOTICE, DocumentKind.DEFERRAL_NOTICE.template(), data);
    }

    private static String due(CaseRecord entry, TimeLimit limit, int days) {
        return entry.dueOn() != null
                ? LetterDate.of(entry.dueOn()) + "前"
                : "自准予决定之日起" + new Span(days, limit.unit()).text(Language.ZH) + "内";
    }

    /** A correction has brought what was promised: nothing of it is owed. */
    public static void broughtBefore(OpenCase open, Collection<String> materials) {
        owed(open).stream()
                .filter(entry -> materials.contains(entry.stepKey()))
                .forEach(entry -> close(open, entry, DeferralState.SUPPLIED));
    }

    /** It came, expired, or is not needed any more. */
    static void close(OpenCase open, CaseRecord entry, DeferralState as) {
        open.closeRecord(entry, as.name(), (ObjectNode) open.words(entry));
        open.clocks().stop(ClockKind.DEFERRED, entry.stepKey(), open.now());
    }

    /** Denied: nothing is waited for any more. */
    public static void dropAll(OpenCase open) {
        owed(open).forEach(entry -> close(open, entry, DeferralState.EXEMPTED));
    }

    /**
     * 补齐: nothing is owed any more. What was late beyond the promised day because of it is the applicant's segment, which
     * reports can leave out of the office's time.
     */
    static void noteCompletion(OpenCase open) {
        ObjectNode body = OpenCase.body();
        open.dueOn(ClockKind.PROMISE).filter(due -> open.today().isAfter(due)).ifPresent(due -> body.put(
                        "applicantFrom", due.plusDays(1).toString())
                .put("applicantTo", open.today().toString()));
        open.event(EventType.DEFERRAL_COMPLETED, body);
    }
}
