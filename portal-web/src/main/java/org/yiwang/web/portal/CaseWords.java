package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockState;
import org.yiwang.workflow.clock.ClockView;

/** 办件用语: how a case reads on public pages. The Chinese words are those of the case itself; only English is put here. */
@Named("caseWords")
@RequestScoped
public class CaseWords {

    private static final Map<String, String> SIDES =
            Map.of("申请人", "case.by.applicant", "代理人", "case.by.agent", "公众", "case.by.public", "系统", "case.by.system");

    @Inject
    Page page;

    /**
     * 阶段: one stop of the statutory rail.
     *
     * @param look done, now, stop or empty
     */
    public record Stage(String title, String look) {}

    public String status(CaseStatus status, String chinese) {
        return page.isEnglish() ? page.t("case.status." + status) : chinese;
    }

    /** Who did it: sides of a case are called in the language of the page, authorities by their own name. */
    public String by(String chinese) {
        String key = SIDES.get(chinese);
        return page.isEnglish() && key != null ? page.t(key) : chinese;
    }

    /** Value of the {@code lang} attribute of that name. */
    public String byLang(String chinese) {
        return page.isEnglish() && !SIDES.containsKey(chinese) ? Language.ZH.tag() : null;
    }

    public String sentence(CaseStatus status, DecisionKind decision, String chinese) {
        if (!page.isEnglish()) {
            return chinese;
        }
        boolean denied = status == CaseStatus.COMPLETED && decision == DecisionKind.DENY;
        boolean above = status == CaseStatus.COMPLETED && decision == null;
        return page.t("case.sentence." + (denied ? "COMPLETED.DENY" : above ? "COMPLETED.ABOVE" : status));
    }

    /** What comes next and by when. */
    public String next(String chinese, CaseView.Due due) {
        if (!page.isEnglish()) {
            return chinese;
        }
        return due == null ? "" : page.t1("case.next." + due.kind(), Dates.day(due.on(), page.mode()));
    }

    /** By when the answer comes if what is waited for happened today; empty when nothing is waited for. */
    public String ifToday(LocalDate answered, LocalDate ended) {
        if (answered != null) {
            return page.t1("case.ifAnswered", Dates.day(answered, page.mode()));
        }
        return ended == null ? "" : page.t1("case.ifEnded", Dates.day(ended, page.mode()));
    }

    public String tone(CaseStatus status, DecisionKind decision) {
        return switch (status) {
            case COMPLETED, APPROVED, APPROVED_DEFERRED, CERTIFYING, IN_DELIVERY ->
                decision == DecisionKind.DENY ? "bad" : "ok";
            case CORRECTION_REQUIRED,
                    REVIEW_CORRECTION,
                    PRE_RETURNED,
                    AWAITING_APPEARANCE,
                    AWAITING_NEXT_STAGE,
                    AWAITING_PICKUP -> "warn";
            case DENIED, NOT_ACCEPTED -> "bad";
            case WITHDRAWN, NO_LICENCE_NEEDED, TERMINATED, VOIDED, HALTED -> "plain";
            default -> "";
        };
    }

    /** The rail of the law: application, acceptance, review, decision, service. */
    public List<Stage> stages(CaseStatus status, boolean accepted) {
        int at =
                switch (status) {
                    case SUBMITTED,
                            PRE_RETURNED,
                            RECEIVED,
                            CORRECTION_REQUIRED,
                            CORRECTION_SUBMITTED,
                            NOT_ACCEPTED,
                            NO_LICENCE_NEEDED -> 1;
                    case ACCEPTED,
                            IN_REVIEW,
                            SPECIAL_PROCEDURE,
                            REVIEW_CORRECTION,
                            HALTED,
                            COOLING_OFF,
                            AWAITING_APPEARANCE,
                            AWAITING_NEXT_STAGE,
                            FORWARDED -> 2;
                    case APPROVED, APPROVED_DEFERRED, DENIED, CERTIFYING, AWAITING_PICKUP, IN_DELIVERY -> 4;
                    case COMPLETED -> 5;
                    case WITHDRAWN, TERMINATED, VOIDED -> accepted ? 2 : 1;
                };
        boolean stopped = status.ended() && status != CaseStatus.COMPLETED;
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String look = i < at ? "done" : i > at ? "" : stopped ? "stop" : "now";
            stages.add(new Stage(page.t("case.stage." + i), look));
        }
        return stages;
    }

    /** Newest first; that a letter was made is told by the list of letters. */
    static List<CaseView.Entry> newestFirst(List<CaseView.Entry> timeline) {
        List<CaseView.Entry> entries = new ArrayList<>(timeline);
        entries.removeIf(entry -> entry.type() == EventType.DOCUMENT_ISSUED);
        Collections.reverse(entries);
        return entries;
    }

    /** Clocks worth showing: those of the case, not of single steps. */
    public List<ClockView> shown(List<ClockView> clocks) {
        return clocks.stream().filter(clock -> clock.kind() != ClockKind.STEP).toList();
    }

    /** What it measures; of waiting, what is waited for. */
    public String title(ClockView clock) {
        boolean named = clock.kind() == ClockKind.WAITING && clock.ref().matches("COOLING_OFF|APPEARANCE");
        return page.t("limit." + (named ? clock.ref() : clock.kind().name()));
    }

    /** A period that simply ends is not late when it has ended. */
    private static boolean late(ClockView clock) {
        return switch (clock.kind()) {
            case PUBLICITY, WAITING, HEARING_REQUEST, INTEREST -> false;
            default -> clock.late();
        };
    }

    public String limit(ClockView clock) {
        Language language = page.language();
        return new Span(clock.limit(), clock.unit()).text(language);
    }

    /** The last day; of a clock at rest, the day it had before, which will move on. */
    public String due(ClockView clock) {
        String day = Dates.day(clock.dueOn(), page.mode());
        return page.t1(clock.state() == ClockState.PAUSED ? "clock.due.paused" : "clock.due", day);
    }

    /** Where a clock stands, in words; the colour beside it only repeats them. */
    public String state(ClockView clock) {
        if (clock.stoppedOn() != null) {
            return page.t(late(clock) ? "clock.stopped.late" : "clock.stopped");
        }
        if (clock.state() == ClockState.PAUSED) {
            return page.t("clock.paused");
        }
        return page.t("clock." + clock.light());
    }

    public String tone(ClockView clock) {
        if (clock.stoppedOn() != null) {
            return late(clock) ? "bad" : "plain";
        }
        return switch (clock.light()) {
            case RED -> "bad";
            case YELLOW -> "warn";
            case GREEN -> "ok";
            default -> "plain";
        };
    }
}
