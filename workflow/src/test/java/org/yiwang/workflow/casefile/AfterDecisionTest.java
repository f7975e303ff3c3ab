package org.yiwang.workflow.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiwang.workflow.casefile.Transitions.By;
import org.yiwang.workflow.casefile.Transitions.Rule;

/** 决定之后: the ways of the table are those of the law and the trade, and no others. */
class AfterDecisionTest {

    private static final Map<CaseStatus, Set<CaseStatus>> WAYS = Map.of(
            CaseStatus.APPROVED,
            EnumSet.of(
                    CaseStatus.CERTIFYING,
                    CaseStatus.AWAITING_PICKUP,
                    CaseStatus.COMPLETED,
                    // 撤销 (§69)
                    CaseStatus.TERMINATED),
            CaseStatus.CERTIFYING,
            EnumSet.of(CaseStatus.AWAITING_PICKUP, CaseStatus.IN_DELIVERY, CaseStatus.COMPLETED, CaseStatus.TERMINATED),
            CaseStatus.AWAITING_PICKUP,
            EnumSet.of(CaseStatus.COMPLETED, CaseStatus.TERMINATED),
            CaseStatus.IN_DELIVERY,
            EnumSet.of(CaseStatus.COMPLETED, CaseStatus.AWAITING_PICKUP, CaseStatus.TERMINATED),
            CaseStatus.DENIED,
            EnumSet.of(CaseStatus.COMPLETED));

    @ParameterizedTest
    @DisplayName("邮件退回 → 转窗口")
    @EnumSource(
            value = CaseStatus.class,
            names = {"APPROVED", "CERTIFYING", "AWAITING_PICKUP", "IN_DELIVERY", "DENIED"})
    void leadsWhereItMayAndNowhereElse(CaseStatus from) {
        Set<CaseStatus> to = Transitions.all().stream()
                .flatMap(rule -> rule.ways().getOrDefault(from, Set.of()).stream())
                .filter(status -> status != from)
                .collect(Collectors.toSet());
        assertEquals(WAYS.get(from), to);
    }

    @Test
    void whatHappensByItselfIsThePlatformsOrTimes() {
        for (CaseAction action : EnumSet.of(CaseAction.PREPARE, CaseAction.ARRIVE, CaseAction.FOLLOW_MAIL)) {
            assertEquals(By.PLATFORM, Transitions.of(action).by(), action.name());
        }
        for (CaseAction action : EnumSet.of(CaseAction.DEEM_SERVED, CaseAction.REMIND_PICKUP, CaseAction.ARCHIVE)) {
            assertEquals(By.TIME, Transitions.of(action).by(), action.name());
        }
    }

    @Test
    void theWayOfServiceMayBeChangedUntilItIsSentOrOver() {
        Rule rule = Transitions.of(CaseAction.CHANGE_SERVICE);
        assertFalse(rule.from().contains(CaseStatus.IN_DELIVERY));
        assertTrue(rule.from().stream().noneMatch(CaseStatus::ended));
        assertTrue(rule.from().containsAll(EnumSet.of(CaseStatus.SUBMITTED, CaseStatus.AWAITING_PICKUP)));
    }

    @Test
    void onlyWhatIsOverGoesIntoTheArchiveAndWhatWasVoidNever() {
        assertEquals(
                EnumSet.of(
                        CaseStatus.COMPLETED,
                        CaseStatus.NOT_ACCEPTED,
                        CaseStatus.NO_LICENCE_NEEDED,
                        CaseStatus.WITHDRAWN,
                        CaseStatus.TERMINATED),
                Transitions.of(CaseAction.ARCHIVE).from());
    }

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void aStateIsEndedDecidedOrUndecidedAndOnlyOneOfThem(CaseStatus status) {
        int kinds = (status.ended() ? 1 : 0) + (status.decided() ? 1 : 0) + (status.undecided() ? 1 : 0);
        assertEquals(1, kinds, status.name());
    }
}
