package org.yiwang.workflow.casefile;

import static org.yiwang.workflow.casefile.CaseAction.*;
import static org.yiwang.workflow.casefile.CaseStatus.*;
import static org.yiwang.workflow.casefile.Transitions.By.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 状态转移表: the one place that says which action is lawful in which state, who takes it and where it leads
 * (行政许可法 §32, §42–§45; what is not listed is refused). Further conditions of an action are checked by its use case. The
 * table and the diagram in {@code docs/transitions.md} are made from it.
 */
public final class Transitions {

    /** 谁: the side that takes the action. */
    public enum By {
        /** 申请人一方. */
        APPLICANT,
        /** 受理窗口. */
        INTAKE,
        /** 承办岗位: intake or any post of the process. */
        HANDLER,
        /** 审查岗位. */
        REVIEWER,
        /** 核查岗位: whom the item names to check what was only promised. */
        VERIFIER,
        /** 决定岗位. */
        DECIDER,
        /** 负责人, who approves what others propose. */
        HEAD,
        /** 出件窗口. */
        HANDOUT,
        /** 时间: the platform, when a limit is over. */
        TIME,
        /** 上级机关: the higher authority, through the exchange. */
        ABOVE,
        /** 部门负责人: of the department whose work or whose case it is. */
        CHIEF,
        /** 启动第二段的一方: the window, or the other department the item names. */
        STAGE,
        /** 急事先办批准人: whom the item names for emergencies. */
        URGENCY,
        /** 平台: after the commit, when a document is registered or the courier has answered. */
        PLATFORM,
        /** 延期批准人: whom the item names for an extension. */
        APPROVER
    }

    /**
     * 一条规则.
     *
     * @param ways by state in which the action is lawful: the states it may lead to, the state itself where it stays
     */
    public record Rule(CaseAction action, By by, Map<CaseStatus, Set<CaseStatus>> ways) {

        /** The states in which the action is lawful. */
        public Set<CaseStatus> from() {
            return ways.keySet();
        }

        /** Is there a way on from this state into another? */
        public boolean leaves(CaseStatus from) {
            return ways.getOrDefault(from, Set.of()).stream().anyMatch(to -> to != from);
        }
    }

    /** The office has the papers and has not yet said whether it takes them. */
    private static final Set<CaseStatus> BEFORE_ACCEPTANCE = EnumSet.of(SUBMITTED, RECEIVED, CORRECTION_SUBMITTED);

    /** It lies with the reviewers. */
    private static final Set<CaseStatus> OPEN_TO_REVIEW = EnumSet.of(ACCEPTED, IN_REVIEW);

    private static final Map<CaseStatus, Set<CaseStatus>> PROPOSABLE = stays(
            SUBMITTED,
            RECEIVED,
            CORRECTION_SUBMITTED,
            ACCEPTED,
            IN_REVIEW,
            SPECIAL_PROCEDURE,
            HALTED,
            APPROVED_DEFERRED);

    /** Accepted while something promised was still to come. */
    private static final Map<CaseStatus, Set<CaseStatus>> OWING =
            stays(ACCEPTED, IN_REVIEW, SPECIAL_PROCEDURE, REVIEW_CORRECTION, HALTED, FORWARDED);

    private static final Map<CaseStatus, Set<CaseStatus>> AVOIDABLE = stays(
            SUBMITTED,
            RECEIVED,
            CORRECTION_REQUIRED,
            CORRECTION_SUBMITTED,
            ACCEPTED,
            IN_REVIEW,
            REVIEW_CORRECTION,
            SPECIAL_PROCEDURE,
            HALTED);
    /** What was put off is owed whatever has become of the case, unless it came to nothing. */
    private static final Map<CaseStatus, Set<CaseStatus>> LATER_PAPERS = stays(not(EnumSet.of(
            PRE_RETURNED,
            CORRECTION_REQUIRED,
            NOT_ACCEPTED,
            CaseStatus.NO_LICENCE_NEEDED,
            WITHDRAWN,
            TERMINATED,
            VOIDED)));

    /** 已准予、未办结: the result is being made, lies ready or is under way; it may still be taken back. */
    private static final Map<CaseStatus, Set<CaseStatus>> GRANTED =
            stays(APPROVED, CERTIFYING, AWAITING_PICKUP, IN_DELIVERY);

    private static final List<Rule> RULES = new ArrayList<>();

    static {
        // 预审退回: only with the applicant's consent, and within the five days
        rule(OFFER_PRE_RETURN, INTAKE, stays(SUBMITTED));
        rule(ANSWER_PRE_RETURN, APPLICANT, way(SUBMITTED, PRE_RETURNED, SUBMITTED));
        rule(RESUBMIT, APPLICANT, way(PRE_RETURNED, SUBMITTED));

        // 收件、受理 (§32)
        rule(RECEIVE, INTAKE, way(SUBMITTED, RECEIVED));
        rule(ACCEPT, INTAKE, all(BEFORE_ACCEPTANCE, ACCEPTED));
        rule(ACCEPT_DEFERRED, INTAKE, all(BEFORE_ACCEPTANCE, ACCEPTED));
        rule(DEEM_ACCEPTED, TIME, all(BEFORE_ACCEPTANCE, ACCEPTED));
        rule(REQUEST_CORRECTION, INTAKE, all(BEFORE_ACCEPTANCE, CORRECTION_REQUIRED));
        rule(REFUSE, INTAKE, all(BEFORE_ACCEPTANCE, NOT_ACCEPTED));
        rule(CaseAction.NO_LICENCE_NEEDED, INTAKE, all(EnumSet.of(SUBMITTED, RECEIVED), CaseStatus.NO_LICENCE_NEEDED));
        rule(
                SUPPLY_CORRECTION,
                APPLICANT,
                way(CORRECTION_REQUIRED, CORRECTION_SUBMITTED),
                way(REVIEW_CORRECTION, IN_REVIEW));
        rule(
                EXPIRE,
                TIME,
                way(PRE_RETURNED, TERMINATED),
                way(CORRECTION_REQUIRED, TERMINATED),
                way(REVIEW_CORRECTION, IN_REVIEW),
                way(AWAITING_APPEARANCE, WITHDRAWN));

        // 容缺、承诺: what was only promised
        rule(SUPPLY_DEFERRED, APPLICANT, OWING, way(APPROVED_DEFERRED, APPROVED_DEFERRED, APPROVED));
        rule(EXEMPT_DEFERRED, REVIEWER, OWING, way(APPROVED_DEFERRED, APPROVED_DEFERRED, APPROVED));
        rule(EXTEND_DEFERRAL, HEAD, stays(ACCEPTED, IN_REVIEW, SPECIAL_PROCEDURE, HALTED, APPROVED_DEFERRED));
        rule(
                WITHDRAW_COMMITMENT,
                APPLICANT,
                stays(SUBMITTED, RECEIVED, CORRECTION_SUBMITTED),
                stays(ACCEPTED, IN_REVIEW, SPECIAL_PROCEDURE, HALTED, FORWARDED));
        rule(
                EXPIRE_DEFERRAL,
                TIME,
                all(
                        EnumSet.of(ACCEPTED, IN_REVIEW, SPECIAL_PROCEDURE, REVIEW_CORRECTION, HALTED, FORWARDED),
                        TERMINATED),
                stays(APPROVED_DEFERRED));
        rule(VERIFY_COMMITMENT, VERIFIER, GRANTED, stays(COMPLETED));
        rule(STATE_DEFENCE, APPLICANT, GRANTED, stays(APPROVED_DEFERRED, COMPLETED));
        rule(
                RESCIND,
                HEAD,
                way(APPROVED_DEFERRED, APPROVED, TERMINATED),
                orStays(all(GRANTED.keySet(), TERMINATED)),
                stays(COMPLETED));

        // 准予之后 (§8, §69, §70): also when the case lies in the archive
        rule(BEGIN_RESCISSION, HANDLER, GRANTED, stays(APPROVED_DEFERRED, COMPLETED));
        rule(ASK_CANCELLATION, APPLICANT, stays(COMPLETED));
        rule(PROPOSE_ENDING, HANDLER, stays(COMPLETED));
        rule(DECIDE_ENDING, HEAD, stays(COMPLETED));

        // 申请人在决定前随时可为
        rule(
                WITHDRAW,
                APPLICANT,
                all(
                        EnumSet.of(
                                SUBMITTED,
                                PRE_RETURNED,
                                RECEIVED,
                                CORRECTION_REQUIRED,
                                ACCEPTED,
                                IN_REVIEW,
                                COOLING_OFF,
                                AWAITING_APPEARANCE,
                                AWAITING_NEXT_STAGE,
                                REVIEW_CORRECTION,
                                CORRECTION_SUBMITTED,
                                SPECIAL_PROCEDURE,
                                HALTED,
                                FORWARDED),
                        WITHDRAWN));
        rule(
                URGE,
                APPLICANT,
                stays(
                        SUBMITTED,
                        RECEIVED,
                        CORRECTION_SUBMITTED,
                        ACCEPTED,
                        IN_REVIEW,
                        SPECIAL_PROCEDURE,
                        HALTED,
                        APPROVED,
                        APPROVED_DEFERRED,
                        CERTIFYING));

        // 审查 (§34, §45)
        rule(CLAIM, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        rule(REVIEW, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        rule(RECORD_SITE_CHECK, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        rule(RETURN, REVIEWER, stays(IN_REVIEW));
        rule(TRANSFER, REVIEWER, stays(ACCEPTED, IN_REVIEW));
        rule(ADD_SIGNER, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        rule(DELEGATE, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        rule(REPORT_BACK, REVIEWER, stays(IN_REVIEW));
        rule(ASK_OPINION, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        rule(ANSWER_OPINION, REVIEWER, stays(IN_REVIEW));
        rule(TAKE_BACK, REVIEWER, stays(IN_REVIEW));
        rule(
                COPY,
                REVIEWER,
                stays(
                        ACCEPTED,
                        IN_REVIEW,
                        SPECIAL_PROCEDURE,
                        REVIEW_CORRECTION,
                        HALTED,
                        APPROVED,
                        DENIED,
                        COMPLETED,
                        TERMINATED));
        rule(REQUEST_REVIEW_CORRECTION, REVIEWER, all(OPEN_TO_REVIEW, REVIEW_CORRECTION));
        rule(START_SPECIAL_PROCEDURE, REVIEWER, way(IN_REVIEW, SPECIAL_PROCEDURE), stays(SPECIAL_PROCEDURE));
        rule(PROLONG_SPECIAL_PROCEDURE, REVIEWER, stays(SPECIAL_PROCEDURE));
        rule(END_SPECIAL_PROCEDURE, REVIEWER, way(SPECIAL_PROCEDURE, IN_REVIEW, SPECIAL_PROCEDURE));

        // 听证 (§47, §48): the case stays where it is, its time rests
        Map<CaseStatus, Set<CaseStatus>> heard =
                stays(IN_REVIEW, SPECIAL_PROCEDURE, REVIEW_CORRECTION, HALTED, FORWARDED);
        rule(TELL_HEARING_RIGHT, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        rule(ASK_HEARING, APPLICANT, heard);
        rule(WAIVE_HEARING, APPLICANT, heard);
        rule(SET_HEARING, REVIEWER, heard);
        rule(RECORD_HEARING, REVIEWER, heard);
        rule(OPEN_HEARING, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        // 利害关系人 (§36): told while it is examined, heard until it is decided
        rule(TELL_INTERESTED_PARTY, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        rule(RECORD_STATEMENT, HANDLER, heard);

        // 转报 (§35, §43)
        rule(FORWARD, REVIEWER, way(IN_REVIEW, FORWARDED), way(ACCEPTED, FORWARDED));
        rule(ANSWER_FORWARD, ABOVE, way(FORWARDED, IN_REVIEW, COMPLETED));
        rule(RECORD_PAPER_ANSWER, REVIEWER, stays(FORWARDED));
        rule(CONFIRM_PAPER_ANSWER, REVIEWER, way(FORWARDED, FORWARDED, IN_REVIEW, COMPLETED));
        // 公示: before a grant, where the item asks for it
        rule(START_PUBLICITY, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));
        rule(END_PUBLICITY, TIME, stays(ACCEPTED, IN_REVIEW, SPECIAL_PROCEDURE, REVIEW_CORRECTION, HALTED));
        rule(ANSWER_OBJECTION, REVIEWER, all(OPEN_TO_REVIEW, IN_REVIEW));

        // 冷静期 (民法典 §1077): by time alone; either takes it back, both have to come
        rule(BEGIN_COOLING_OFF, TIME, way(ACCEPTED, COOLING_OFF));
        rule(END_COOLING_OFF, TIME, way(COOLING_OFF, AWAITING_APPEARANCE));
        rule(RECORD_APPEARANCE, INTAKE, way(AWAITING_APPEARANCE, IN_REVIEW));

        // 两段办理: between the two the first result waits, and lapses
        rule(BEGIN_STAGE, STAGE, way(AWAITING_NEXT_STAGE, IN_REVIEW));
        rule(LAPSE_STAGE, TIME, way(AWAITING_NEXT_STAGE, TERMINATED));

        // 回避: whoever has a tie to the applicant keeps out of it
        rule(DECLARE_AVOIDANCE, HANDLER, AVOIDABLE);
        rule(REQUEST_AVOIDANCE, APPLICANT, AVOIDABLE);
        rule(DECIDE_AVOIDANCE, CHIEF, AVOIDABLE);
        rule(REASSIGN, CHIEF, stays(SUBMITTED, RECEIVED, CORRECTION_SUBMITTED, ACCEPTED, IN_REVIEW));
        // 急事先办: ordered before the decision, completed whenever the papers are there
        rule(ORDER_URGENT, URGENCY, stays(SUBMITTED, RECEIVED, CORRECTION_SUBMITTED, ACCEPTED, IN_REVIEW));
        rule(SUPPLY_LATER, APPLICANT, LATER_PAPERS);
        rule(CONFIRM_LATER, HANDLER, LATER_PAPERS);

        // 须负责人批准的措施: proposed by one, approved by another
        rule(PROPOSE, HANDLER, PROPOSABLE);
        rule(REJECT_PROPOSAL, HEAD, PROPOSABLE);
        rule(ALLOW_NEW_DEMAND, HEAD, stays(CORRECTION_SUBMITTED));
        rule(VOID, HEAD, all(EnumSet.of(SUBMITTED, RECEIVED, ACCEPTED), VOIDED));
        rule(HALT, HEAD, all(OPEN_TO_REVIEW, HALTED));
        rule(RESUME, REVIEWER, way(HALTED, IN_REVIEW));
        rule(TERMINATE, HEAD, all(EnumSet.of(ACCEPTED, IN_REVIEW, SPECIAL_PROCEDURE, HALTED), TERMINATED));

        // 决定、送达 (§38, §42, §44)
        rule(
                DECIDE,
                DECIDER,
                way(ACCEPTED, APPROVED, APPROVED_DEFERRED, DENIED, AWAITING_NEXT_STAGE),
                way(IN_REVIEW, APPROVED, APPROVED_DEFERRED, DENIED, AWAITING_NEXT_STAGE));
        rule(
                PAY,
                APPLICANT,
                stays(
                        SUBMITTED,
                        RECEIVED,
                        CORRECTION_REQUIRED,
                        CORRECTION_SUBMITTED,
                        ACCEPTED,
                        IN_REVIEW,
                        APPROVED,
                        APPROVED_DEFERRED));
        rule(CHANGE_SERVICE, APPLICANT, stays(not(ended(), EnumSet.of(IN_DELIVERY))));
        rule(PREPARE, PLATFORM, way(APPROVED, CERTIFYING, AWAITING_PICKUP), way(CERTIFYING, AWAITING_PICKUP));
        rule(ARRIVE, PLATFORM, all(EnumSet.of(APPROVED, DENIED, CERTIFYING, AWAITING_PICKUP), COMPLETED));
        rule(CERTIFY, HANDOUT, way(CERTIFYING, CERTIFYING, AWAITING_PICKUP));
        rule(DISPATCH, HANDOUT, way(CERTIFYING, IN_DELIVERY), stays(DENIED));
        rule(RECORD_MAIL, HANDOUT, way(IN_DELIVERY, COMPLETED, AWAITING_PICKUP), way(DENIED, DENIED, COMPLETED));
        rule(FOLLOW_MAIL, PLATFORM, way(IN_DELIVERY, COMPLETED, AWAITING_PICKUP), way(DENIED, DENIED, COMPLETED));
        rule(DELIVER, HANDOUT, all(EnumSet.of(AWAITING_PICKUP, DENIED), COMPLETED), stays(APPROVED_DEFERRED));
        Map<CaseStatus, Set<CaseStatus>> anywhere = stays(not(EnumSet.of(VOIDED)));
        Map<CaseStatus, Set<CaseStatus>> decisive = all(EnumSet.of(AWAITING_PICKUP, DENIED), COMPLETED);
        rule(SERVE, HANDOUT, anywhere, orStays(decisive));
        rule(DEEM_SERVED, TIME, anywhere, orStays(decisive));
        rule(REMIND_PICKUP, TIME, stays(AWAITING_PICKUP));
        rule(ARCHIVE, TIME, stays(COMPLETED, NOT_ACCEPTED, CaseStatus.NO_LICENCE_NEEDED, WITHDRAWN, TERMINATED));
        // 轮候: after the grant was served
        rule(ANSWER_PLACE, APPLICANT, stays(COMPLETED));
        rule(RATE, APPLICANT, stays(COMPLETED, NOT_ACCEPTED, CaseStatus.NO_LICENCE_NEEDED, WITHDRAWN, TERMINATED));

        // 延期 (§42)
        rule(REQUEST_EXTENSION, REVIEWER, stays(ACCEPTED, IN_REVIEW));
        rule(EXTEND, APPROVER, stays(ACCEPTED, IN_REVIEW));
    }

    private Transitions() {}

    @SafeVarargs
    private static void rule(CaseAction action, By by, Map<CaseStatus, Set<CaseStatus>>... ways) {
        Map<CaseStatus, Set<CaseStatus>> all = new EnumMap<>(CaseStatus.class);
        for (Map<CaseStatus, Set<CaseStatus>> way : ways) {
            all.putAll(way);
        }
        RULES.add(new Rule(action, by, Collections.unmodifiableMap(all)));
    }

    /** From one state into any of these. */
    private static Map<CaseStatus, Set<CaseStatus>> way(CaseStatus from, CaseStatus to, CaseStatus... others) {
        return Map.of(from, Collections.unmodifiableSet(EnumSet.of(to, others)));
    }

    /** From each of these states into the same one. */
    private static Map<CaseStatus, Set<CaseStatus>> all(Set<CaseStatus> from, CaseStatus to) {
        return from.stream().collect(Collectors.toMap(status -> status, status -> Set.of(to)));
    }

    /** The state stays. */
    private static Map<CaseStatus, Set<CaseStatus>> stays(CaseStatus... in) {
        return Arrays.stream(in).collect(Collectors.toMap(status -> status, Set::of));
    }

    /** These ways, or the state stays as it is. */
    private static Map<CaseStatus, Set<CaseStatus>> orStays(Map<CaseStatus, Set<CaseStatus>> ways) {
        Map<CaseStatus, Set<CaseStatus>> both = new EnumMap<>(CaseStatus.class);
        ways.forEach((from, to) -> {
            Set<CaseStatus> more = EnumSet.of(from);
            more.addAll(to);
            both.put(from, Collections.unmodifiableSet(more));
        });
        return both;
    }

    private static Set<CaseStatus> ended() {
        return Arrays.stream(CaseStatus.values()).filter(CaseStatus::ended).collect(Collectors.toSet());
    }

    /** Every state but these. */
    @SafeVarargs
    private static CaseStatus[] not(Set<CaseStatus>... without) {
        return Arrays.stream(CaseStatus.values())
                .filter(status -> Arrays.stream(without).noneMatch(set -> set.contains(status)))
                .toArray(CaseStatus[]::new);
    }

    public static List<Rule> all() {
        return List.copyOf(RULES);
    }

    public static Rule of(CaseAction action) {
        return RULES.stream().filter(r -> r.action() == action).findFirst().orElseThrow();
    }

    /** Is the action lawful in this state at all? */
    public static boolean lawful(CaseAction action, CaseStatus from) {
        return of(action).from().contains(from);
    }

    /** May the action lead from the one state to the other? */
    public static boolean leads(CaseAction action, CaseStatus from, CaseStatus to) {
        return of(action).ways().getOrDefault(from, Set.of()).contains(to);
    }
}
