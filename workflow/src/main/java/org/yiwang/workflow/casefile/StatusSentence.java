package org.yiwang.workflow.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.course.StageRule;
import org.yiwang.workflow.clock.CaseClock;
import org.yiwang.workflow.clock.ClockKind;

/** 状态说明: where the case stands and what comes next, in a plain sentence with its date. */
final class StatusSentence {

    private final OpenCase open;

    StatusSentence(OpenCase open) {
        this.open = open;
    }

    String now(Language language) {
        boolean en = language == Language.EN;
        return switch (open.file().status()) {
            case SUBMITTED -> en ? "We have your application." : "申请已经提交，等待受理部门审核。";
            case PRE_RETURNED ->
                en ? "Returned to you with your consent; change it and submit again." : "经您同意已退回修改，修改后请重新提交。";
            case RECEIVED -> en ? "The window has received your papers." : "材料已经收到，正在核对是否齐全。";
            case CORRECTION_REQUIRED -> en ? "Something is missing; please put it right." : "材料需要补正，请按告知书逐项补齐。";
            case CORRECTION_SUBMITTED -> en ? "We have your correction." : "补正材料已经收到，正在核对。";
            case ACCEPTED -> en ? "Your application has been accepted." : "申请已经受理，等待审查。";
            case IN_REVIEW ->
                open.openRecord(RecordKind.HEARING).isPresent()
                        ? en ? "A hearing has been asked for; its time is not counted." : "已申请听证，听证所需时间不计入办理时限。"
                        : open.openRecord(RecordKind.PUBLICITY).isPresent()
                                ? en ? "What is meant to be granted is shown to the public." : "正在公示拟作决定。"
                                : en ? "Your application is being reviewed." : "正在审查。";
            case SPECIAL_PROCEDURE ->
                en ? "A special procedure is under way; the legal time rests." : "正在进行特别程序，这段时间不计入办理时限。";
            case REVIEW_CORRECTION -> en ? "The reviewers need something more from you." : "审查中发现材料需要补充，请按通知书逐项补齐。";
            case COOLING_OFF ->
                en ? "The cooling-off period runs; either of you may withdraw." : "冷静期内，任何一方不愿意的都可以撤回申请。";
            case AWAITING_APPEARANCE ->
                en ? "The cooling-off period is over; both of you have to appear in person." : "冷静期已满，请双方亲自到场办理。";
            case AWAITING_NEXT_STAGE -> betweenStages(en);
            case HALTED -> en ? "The review is halted; its time rests." : "因故中止办理，这段时间不计入办理时限。";
            case FORWARDED -> forwarded(en);
            case APPROVED ->
                open.file().feeOutstanding()
                        ? en ? "Granted; a fee is due before the result is issued." : "已经准予，请缴费后领取结果。"
                        : en ? "Granted; the result is being issued." : "已经准予，正在制作和送达结果。";
            case APPROVED_DEFERRED ->
                en
                        ? "Granted and issued; please supply what you promised in time."
                        : "已经容缺准予，结果先行发放；承诺后补的材料请按期补齐，逾期将启动撤销程序。";
            case DENIED -> en ? "Denied; the decision is being served." : "已作出不予许可的决定，正在送达。";
            case CERTIFYING -> en ? "Granted; the result is being made." : "已经准予，正在制作证照。";
            case AWAITING_PICKUP -> en ? "Granted; the result is ready for you at the window." : "已经准予，结果已经备好，请到窗口领取。";
            case IN_DELIVERY -> en ? "Granted; the result is in the post." : "已经准予，结果正在寄递。";
            case COMPLETED -> completed(en);
            case NOT_ACCEPTED ->
                en ? "Not accepted; the decision says where to apply instead." : "不予受理，决定书写明了理由和应当向哪个机关申请。";
            case NO_LICENCE_NEEDED -> en ? "You do not need a licence for this." : "这件事依法不需要办理许可。";
            case TERMINATED -> en ? "Ended; the notice says why." : "办理已经终止，通知书写明了原因。您可以重新申请。";
            case VOIDED -> en ? "Void: it was entered by mistake." : "这个办件因录入有误已经作废。";
            case WITHDRAWN -> en ? "Withdrawn at your request." : "已按您的申请撤回。";
        };
    }

    private String completed(boolean en) {
        if (open.file().decision() == null) {
            return en ? "Completed by the authority above." : "已办结：上级机关已经直接办理，结果由上级机关送达。";
        }
        if (open.file().decision() == DecisionKind.DENY) {
            return en ? "Completed: denied. The decision names your remedies." : "已办结：不予许可。决定书写明了理由和救济途径。";
        }
        if (open.rescinded()) {
            return en ? "Granted, and rescinded since; the decision says why." : "准予决定已经撤销，证照不再有效；撤销决定书写明了理由和救济途径。";
        }
        return en ? "Completed: granted." : "已办结：准予，结果已经送达。";
    }

    String next(Language language) {
        boolean en = language == Language.EN;
        return switch (open.file().status()) {
            case SUBMITTED, RECEIVED, CORRECTION_SUBMITTED ->
                dated(en, ClockKind.ACCEPT, "受理部门最迟于 %s 答复是否受理。", "You will hear by %s whether it is accepted.");
            case PRE_RETURNED -> dated(en, ClockKind.ACCEPT, "请在 %s 前重新提交，逾期将终止办理。", "Please submit again by %s.");
            case CORRECTION_REQUIRED, REVIEW_CORRECTION ->
                dated(en, ClockKind.CORRECTION, "请在 %s 前提交补正材料。", "Please answer by %s.");
            case ACCEPTED, IN_REVIEW ->
                due().map(CaseView.Due::kind)
                        .filter(ClockKind.PROMISE::equals)
                        .map(promise -> dated(en, promise, "承诺于 %s 前办结。", "Decision promised by %s."))
                        .orElseGet(() -> dated(en, ClockKind.LEGAL, "依法最迟于 %s 前办结。", "Decision due by law by %s."));
            case COOLING_OFF ->
                dated(
                        en,
                        ClockKind.WAITING,
                        "冷静期到 %s，期满后双方亲自到场办理。",
                        "It runs until %s; then both of you have to come.");
            case AWAITING_APPEARANCE ->
                dated(en, ClockKind.WAITING, "请双方在 %s 前到场，逾期视为撤回申请。", "Please come by %s, or it counts as withdrawn.");
            case AWAITING_NEXT_STAGE ->
                dated(
                        en,
                        ClockKind.WAITING,
                        "请在 %s 前办理，逾期第一段结果失效。",
                        "It has to begin by %s, or the first result lapses.");
            case SPECIAL_PROCEDURE -> dated(en, lastSpecial(), "特别程序预计 %s 结束，之后继续审查。", "Expected to end on %s.");
            case APPROVED_DEFERRED -> dated(en, ClockKind.DEFERRED, "请在 %s 前补交容缺材料。", "Please supply it by %s.");
            case AWAITING_PICKUP -> dated(en, ClockKind.PICKUP, "请在 %s 前领取。", "Please fetch it by %s.");
            case APPROVED, DENIED, CERTIFYING, IN_DELIVERY ->
                open.file().feeOutstanding()
                        ? en ? "The result is made once the fee is paid." : "缴费后制作并送达结果。"
                        : dated(en, ClockKind.DELIVER, "最迟于 %s 前送达。", "You will receive it by %s.");
            default -> "";
        };
    }

    /** 两段之间: what was issued, and what begins the second stage. */
    private String betweenStages(boolean en) {
        StageRule rule = open.item().course().stages().orElseThrow();
        String first = rule.name().in(en ? Language.EN : Language.ZH);
        if (rule.begins() == StageRule.Event.DEPARTMENT) {
            return en
                    ? first + " is granted; the second stage begins when the other authority has done its part."
                    : "“" + first + "”已经准予；其他部门办好后续手续，就开始第二段办理。";
        }
        String bring = rule.bring()
                .map(thing -> en ? " with " + thing.in(Language.EN) : "，并携带“" + thing.zh() + "”")
                .orElse("");
        return en
                ? first + " is granted. Please come to the window" + bring + "; then the second stage begins."
                : "“" + first + "”已经准予。请到窗口办理后续手续" + bring + "，到场后开始第二段办理。";
    }

    /** 已上报: to whom, and since when. */
    private String forwarded(boolean en) {
        String since = open.openRecord(RecordKind.FORWARDING)
                .map(record ->
                        en ? LegalDay.of(record.openedAt()).toString() : LetterDate.of(LegalDay.of(record.openedAt())))
                .orElse("");
        String to = open.item()
                .forwarding()
                .map(f -> f.authority().in(en ? Language.EN : Language.ZH))
                .orElse("");
        return en
                ? "Reported to " + to + " on " + since + ", which decides; our own time rests."
                : "已于" + since + "上报" + to + "，由其决定；这段时间不计入本机关的办理时限。";
    }

    /** The date the sentence is about; of promise and law the earlier. */
    Optional<CaseView.Due> due() {
        return switch (open.file().status()) {
            case SUBMITTED, PRE_RETURNED, RECEIVED, CORRECTION_SUBMITTED -> due(ClockKind.ACCEPT);
            case CORRECTION_REQUIRED, REVIEW_CORRECTION -> due(ClockKind.CORRECTION);
            case ACCEPTED, IN_REVIEW -> open.clocks().answer().map(c -> new CaseView.Due(c.kind(), c.dueOn()));
            case COOLING_OFF, AWAITING_APPEARANCE, AWAITING_NEXT_STAGE -> due(ClockKind.WAITING);
            case SPECIAL_PROCEDURE -> lastSpecial().map(on -> new CaseView.Due(ClockKind.SPECIAL, on));
            case APPROVED_DEFERRED -> due(ClockKind.DEFERRED);
            case AWAITING_PICKUP -> due(ClockKind.PICKUP);
            case APPROVED, DENIED, CERTIFYING, IN_DELIVERY ->
                open.file().feeOutstanding() ? Optional.empty() : due(ClockKind.DELIVER);
            default -> Optional.empty();
        };
    }

    private Optional<CaseView.Due> due(ClockKind kind) {
        return open.dueOn(kind).map(on -> new CaseView.Due(kind, on));
    }

    /** Of several special procedures the one that ends last: the review goes on after it. */
    private Optional<LocalDate> lastSpecial() {
        return open.clocks().rows().stream()
                .filter(clock -> clock.active() && clock.kind() == ClockKind.SPECIAL)
                .map(CaseClock::dueOn)
                .max(Comparator.naturalOrder());
    }

    private String dated(boolean en, ClockKind kind, String zh, String english) {
        return dated(en, open.dueOn(kind), zh, english);
    }

    private static String dated(boolean en, Optional<LocalDate> on, String zh, String english) {
        LocalDate due = on.orElse(null);
        return due == null ? "" : String.format(en ? english : zh, en ? due.toString() : LetterDate.of(due));
    }
}
