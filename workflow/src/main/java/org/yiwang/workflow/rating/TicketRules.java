package org.yiwang.workflow.rating;

import static org.yiwang.workflow.rating.TicketAction.*;
import static org.yiwang.workflow.rating.TicketState.*;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 差评处置规则: the one place that says which step of a ticket is lawful in which state, by whom, and within what time.
 * What is not listed is refused.
 */
public final class TicketRules {

    /** 谁. */
    public enum Side {
        /** 承办部门. */
        DEPARTMENT,
        /** 监督人员. */
        SUPERVISOR,
        /** 评价人. */
        RATER,
        /** 平台. */
        PLATFORM
    }

    /** 一条规则. */
    private record Rule(Set<Side> by, Set<TicketState> from, Set<TicketState> to) {}

    private static final Map<TicketAction, Rule> RULES = new EnumMap<>(TicketAction.class);

    static {
        Set<Side> office = EnumSet.of(Side.DEPARTMENT, Side.SUPERVISOR);
        rule(ASSIGN, EnumSet.of(Side.PLATFORM), EnumSet.noneOf(TicketState.class), EnumSet.of(ASSIGNED));
        rule(TAKE_UP, office, EnumSet.of(ASSIGNED), EnumSet.of(VERIFYING));
        rule(VERIFY, office, EnumSet.of(VERIFYING), EnumSet.of(VALID, APPEAL, EXPLAINED));
        rule(RECTIFY, EnumSet.of(Side.DEPARTMENT), EnumSet.of(VALID), EnumSet.of(RECTIFYING));
        rule(FEED_BACK, EnumSet.of(Side.DEPARTMENT), EnumSet.of(RECTIFYING), EnumSet.of(FEEDBACK));
        rule(REVIEW, EnumSet.of(Side.SUPERVISOR), EnumSet.of(APPEAL), EnumSet.of(EXCLUDED, VALID));
        rule(CALL_BACK, office, EnumSet.of(FEEDBACK, EXPLAINED), EnumSet.of(REVISIT));
        rule(RE_RATE, EnumSet.of(Side.RATER), EnumSet.of(REVISIT), EnumSet.of(CLOSED));
        rule(CLOSE, EnumSet.of(Side.SUPERVISOR, Side.PLATFORM), EnumSet.of(REVISIT), EnumSet.of(CLOSED));
    }

    private TicketRules() {}

    private static void rule(TicketAction action, Set<Side> by, Set<TicketState> from, Set<TicketState> to) {
        RULES.put(action, new Rule(by, from, to));
    }

    public static boolean lawful(TicketAction action, TicketState from) {
        return RULES.get(action).from().contains(from);
    }

    public static boolean leads(TicketAction action, TicketState from, TicketState to) {
        return lawful(action, from) && RULES.get(action).to().contains(to);
    }

    public static boolean may(TicketAction action, Side side) {
        return RULES.get(action).by().contains(side);
    }

    /** What this side can do now. */
    public static List<TicketAction> allowed(TicketState state, Side side) {
        return Arrays.stream(TicketAction.values())
                .filter(action -> lawful(action, state) && may(action, side))
                .toList();
    }

    /** The limit that begins with a state, by its name in {@link RatingStandard}; null where the one before goes on. */
    static String limitOf(TicketState state, boolean complex) {
        return switch (state) {
            case ASSIGNED -> "verify";
            case VERIFYING, EXCLUDED, CLOSED -> null;
            case VALID -> "simple";
            case RECTIFYING -> complex ? "complex" : "simple";
            case FEEDBACK, EXPLAINED -> "revisit";
            case APPEAL -> "review";
            case REVISIT -> "reRate";
        };
    }
}
