package org.yiwang.workflow.casefile;

import static org.yiwang.workflow.casefile.CaseAction.*;
import static org.yiwang.workflow.casefile.CaseStatus.*;
import static org.yiwang.workflow.casefile.Transitions.By.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * 状态转移表: the one place that says which action is lawful in which state, who takes it and where it leads
 * (行政许可法 §32, §42–§45; what is not listed is refused). Further conditions of an action are checked by its use case.
 */
public final class Transitions {

    /** 谁: the side that takes the action. */
    public enum By {
        APPLICANT,
        INTAKE,
        REVIEWER,
        DECIDER,
        HANDOUT
    }

    /**
     * 一条规则.
     *
     * @param from states in which the action is lawful
     * @param to states it may lead to; empty when the state stays
     */
    public record Rule(CaseAction action, By by, Set<CaseStatus> from, Set<CaseStatus> to) {}

    private static final List<Rule> RULES = new ArrayList<>();

    static {
        rule(RECEIVE, INTAKE, EnumSet.of(SUBMITTED), EnumSet.of(RECEIVED));
        rule(ACCEPT, INTAKE, EnumSet.of(SUBMITTED, RECEIVED, CORRECTION_SUBMITTED), EnumSet.of(ACCEPTED));
        rule(
                REQUEST_CORRECTION,
                INTAKE,
                EnumSet.of(SUBMITTED, RECEIVED, CORRECTION_SUBMITTED),
                EnumSet.of(CORRECTION_REQUIRED));
        rule(REFUSE, INTAKE, EnumSet.of(SUBMITTED, RECEIVED, CORRECTION_SUBMITTED), EnumSet.of(NOT_ACCEPTED));
        rule(
                CaseAction.NO_LICENCE_NEEDED,
                INTAKE,
                EnumSet.of(SUBMITTED, RECEIVED),
                EnumSet.of(CaseStatus.NO_LICENCE_NEEDED));
        rule(SUPPLY_CORRECTION, APPLICANT, EnumSet.of(CORRECTION_REQUIRED), EnumSet.of(CORRECTION_SUBMITTED));
        rule(
                WITHDRAW,
                APPLICANT,
                EnumSet.of(SUBMITTED, RECEIVED, CORRECTION_REQUIRED, ACCEPTED, IN_REVIEW),
                EnumSet.of(WITHDRAWN));
        rule(
                URGE,
                APPLICANT,
                EnumSet.of(SUBMITTED, RECEIVED, CORRECTION_SUBMITTED, ACCEPTED, IN_REVIEW, SPECIAL_PROCEDURE, APPROVED),
                EnumSet.noneOf(CaseStatus.class));
        rule(CLAIM, REVIEWER, EnumSet.of(ACCEPTED, IN_REVIEW), EnumSet.of(IN_REVIEW));
        rule(REVIEW, REVIEWER, EnumSet.of(ACCEPTED, IN_REVIEW), EnumSet.of(IN_REVIEW));
        rule(RECORD_SITE_CHECK, REVIEWER, EnumSet.of(ACCEPTED, IN_REVIEW), EnumSet.of(IN_REVIEW));
        rule(RETURN, REVIEWER, EnumSet.of(IN_REVIEW), EnumSet.noneOf(CaseStatus.class));
        rule(TRANSFER, REVIEWER, EnumSet.of(ACCEPTED, IN_REVIEW), EnumSet.noneOf(CaseStatus.class));
        rule(START_SPECIAL_PROCEDURE, REVIEWER, EnumSet.of(IN_REVIEW), EnumSet.of(SPECIAL_PROCEDURE));
        rule(END_SPECIAL_PROCEDURE, REVIEWER, EnumSet.of(SPECIAL_PROCEDURE), EnumSet.of(IN_REVIEW));
        rule(DECIDE, DECIDER, EnumSet.of(ACCEPTED, IN_REVIEW), EnumSet.of(APPROVED, DENIED));
        rule(PAY, APPLICANT, EnumSet.of(APPROVED), EnumSet.noneOf(CaseStatus.class));
        rule(DELIVER, HANDOUT, EnumSet.of(APPROVED, DENIED), EnumSet.of(COMPLETED));
        rule(
                RATE,
                APPLICANT,
                EnumSet.of(COMPLETED, NOT_ACCEPTED, CaseStatus.NO_LICENCE_NEEDED, WITHDRAWN),
                EnumSet.noneOf(CaseStatus.class));
    }

    private Transitions() {}

    private static void rule(CaseAction action, By by, Set<CaseStatus> from, Set<CaseStatus> to) {
        RULES.add(new Rule(action, by, Set.copyOf(from), Set.copyOf(to)));
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

    /** The states it may lead to, the present one where it changes none. */
    public static boolean leads(CaseAction action, CaseStatus from, CaseStatus to) {
        Rule rule = of(action);
        return rule.from().contains(from)
                && (rule.to().contains(to) || rule.to().isEmpty() && from == to);
    }
}
