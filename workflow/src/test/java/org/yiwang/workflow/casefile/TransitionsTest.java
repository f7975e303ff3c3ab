package org.yiwang.workflow.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    @Test
    void everyActionHasExactlyOneRule() {
        for (CaseAction action : CaseAction.values()) {
            assertEquals(
                    1,
                    Transitions.all().stream().filter(r -> r.action() == action).count(),
                    action.name());
        }
    }

    @Test
    void nothingLeadsOutOfAnEndedState() {
        for (CaseStatus status : CaseStatus.values()) {
            if (status.ended()) {
                for (Transitions.Rule rule : Transitions.all()) {
                    assertFalse(rule.leaves(status), rule + " leaves " + status);
                }
            }
        }
    }

    @Test
    void everyStateCanBeReachedAndEveryStateCanEnd() {
        assertEquals(EnumSet.allOf(CaseStatus.class), reachable(CaseStatus.SUBMITTED));
        for (CaseStatus status : CaseStatus.values()) {
            assertTrue(reachable(status).stream().anyMatch(CaseStatus::ended), status.name());
        }
    }

    @Test
    void nobodyWithdrawsAfterTheDecision() {
        for (CaseStatus decided : Set.of(CaseStatus.APPROVED, CaseStatus.DENIED, CaseStatus.COMPLETED)) {
            assertFalse(Transitions.lawful(CaseAction.WITHDRAW, decided));
        }
    }

    @Test
    void nothingIsDecidedWhileASpecialProcedureRuns() {
        assertFalse(Transitions.lawful(CaseAction.DECIDE, CaseStatus.SPECIAL_PROCEDURE));
        assertFalse(Transitions.lawful(CaseAction.REVIEW, CaseStatus.SPECIAL_PROCEDURE));
    }

    @Test
    void whatAwaitsTheApplicantIsNotAcceptedOrDecided() {
        for (CaseStatus waiting :
                Set.of(CaseStatus.PRE_RETURNED, CaseStatus.CORRECTION_REQUIRED, CaseStatus.REVIEW_CORRECTION)) {
            assertFalse(Transitions.lawful(CaseAction.ACCEPT, waiting), waiting.name());
            assertFalse(Transitions.lawful(CaseAction.DEEM_ACCEPTED, waiting), waiting.name());
            assertFalse(Transitions.lawful(CaseAction.DECIDE, waiting), waiting.name());
        }
    }

    @Test
    void aCorrectionIsAnsweredToWhoAskedForIt() {
        assertTrue(Transitions.leads(
                CaseAction.SUPPLY_CORRECTION, CaseStatus.CORRECTION_REQUIRED, CaseStatus.CORRECTION_SUBMITTED));
        assertTrue(Transitions.leads(CaseAction.SUPPLY_CORRECTION, CaseStatus.REVIEW_CORRECTION, CaseStatus.IN_REVIEW));
        assertFalse(
                Transitions.leads(CaseAction.SUPPLY_CORRECTION, CaseStatus.CORRECTION_REQUIRED, CaseStatus.IN_REVIEW));
    }

    @Test
    void silenceInReviewEndsNoAcceptedCase() {
        assertTrue(Transitions.leads(CaseAction.EXPIRE, CaseStatus.REVIEW_CORRECTION, CaseStatus.IN_REVIEW));
        assertFalse(Transitions.leads(CaseAction.EXPIRE, CaseStatus.REVIEW_CORRECTION, CaseStatus.TERMINATED));
    }

    @Test
    void aBrokenPromiseEndsTheCaseBeforeADecisionAndNeverAfterOne() {
        assertTrue(Transitions.leads(CaseAction.EXPIRE_DEFERRAL, CaseStatus.IN_REVIEW, CaseStatus.TERMINATED));
        assertTrue(Transitions.leads(CaseAction.EXPIRE_DEFERRAL, CaseStatus.HALTED, CaseStatus.TERMINATED));
        assertFalse(Transitions.of(CaseAction.EXPIRE_DEFERRAL).leaves(CaseStatus.APPROVED_DEFERRED));
        assertFalse(Transitions.lawful(CaseAction.EXPIRE_DEFERRAL, CaseStatus.COMPLETED));
    }

    @Test
    void whatWasGrantedOnAPromiseIsGrantedWhenItCameOrRescindedByTheHead() {
        assertTrue(Transitions.leads(CaseAction.SUPPLY_DEFERRED, CaseStatus.APPROVED_DEFERRED, CaseStatus.APPROVED));
        assertTrue(Transitions.leads(CaseAction.RESCIND, CaseStatus.APPROVED_DEFERRED, CaseStatus.TERMINATED));
        assertEquals(Transitions.By.HEAD, Transitions.of(CaseAction.RESCIND).by());
        assertFalse(CaseStatus.APPROVED_DEFERRED.undecided());
        assertFalse(CaseStatus.APPROVED_DEFERRED.ended());
    }

    @Test
    void aPromiseIsTakenBackBeforeTheDecisionOnly() {
        assertTrue(Transitions.lawful(CaseAction.WITHDRAW_COMMITMENT, CaseStatus.IN_REVIEW));
        assertFalse(Transitions.lawful(CaseAction.WITHDRAW_COMMITMENT, CaseStatus.APPROVED));
        assertFalse(Transitions.lawful(CaseAction.VERIFY_COMMITMENT, CaseStatus.IN_REVIEW));
    }

    @Test
    @DisplayName("二次补正试图新增材料 → 须审批记责")
    void everyMeasureIsLawfulWhereItsApprovalIs() {
        for (Measure measure : Measure.values()) {
            assertEquals(Transitions.By.HEAD, Transitions.of(measure.approval()).by(), measure.name());
            for (CaseStatus status : Transitions.of(measure.approval()).from()) {
                assertTrue(Transitions.lawful(CaseAction.PROPOSE, status), measure + " in " + status);
            }
        }
    }

    @Test
    void acceptanceNeedsAnAnswerToTheCorrectionFirst() {
        assertFalse(Transitions.lawful(CaseAction.ACCEPT, CaseStatus.CORRECTION_REQUIRED));
        assertTrue(Transitions.lawful(CaseAction.ACCEPT, CaseStatus.CORRECTION_SUBMITTED));
    }

    private static Set<CaseStatus> reachable(CaseStatus from) {
        Set<CaseStatus> seen = EnumSet.of(from);
        Deque<CaseStatus> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            CaseStatus status = open.pop();
            for (Transitions.Rule rule : Transitions.all()) {
                for (CaseStatus to : rule.ways().getOrDefault(status, Set.of())) {
                    if (seen.add(to)) {
                        open.push(to);
                    }
                }
            }
            // The decision's service completes a case without an action of its own when it is electronic.
            if ((status == CaseStatus.APPROVED || status == CaseStatus.DENIED) && seen.add(CaseStatus.COMPLETED)) {
                open.push(CaseStatus.COMPLETED);
            }
        }
        return seen;
    }

    @Test
    void whatWasGrantedOnAPromiseIsCheckedAndTakenBackAlsoWhileTheResultWaits() {
        for (CaseStatus waits : EnumSet.of(
                CaseStatus.APPROVED, CaseStatus.CERTIFYING, CaseStatus.AWAITING_PICKUP, CaseStatus.IN_DELIVERY)) {
            assertTrue(Transitions.lawful(CaseAction.VERIFY_COMMITMENT, waits), waits.name());
            assertTrue(Transitions.lawful(CaseAction.STATE_DEFENCE, waits), waits.name());
            assertTrue(Transitions.leads(CaseAction.RESCIND, waits, CaseStatus.TERMINATED), waits.name());
            assertTrue(Transitions.leads(CaseAction.RESCIND, waits, waits), "it may stand: " + waits);
        }
    }

    @Test
    void papersPutOffInAnEmergencyAreOwedWhateverBecameOfTheCase() {
        for (CaseStatus granted : EnumSet.of(
                CaseStatus.APPROVED_DEFERRED,
                CaseStatus.CERTIFYING,
                CaseStatus.AWAITING_PICKUP,
                CaseStatus.IN_DELIVERY,
                CaseStatus.COMPLETED)) {
            assertTrue(Transitions.lawful(CaseAction.SUPPLY_LATER, granted), granted.name());
            assertTrue(Transitions.lawful(CaseAction.CONFIRM_LATER, granted), granted.name());
        }
        for (CaseStatus nothing :
                EnumSet.of(CaseStatus.NOT_ACCEPTED, CaseStatus.WITHDRAWN, CaseStatus.TERMINATED, CaseStatus.VOIDED)) {
            assertFalse(Transitions.lawful(CaseAction.SUPPLY_LATER, nothing), nothing.name());
        }
        assertTrue(Transitions.lawful(CaseAction.SUPPLY_DEFERRED, CaseStatus.APPROVED_DEFERRED));
    }

    @Test
    void anAnswerOnPaperIsTypedWhileItLiesAboveAndComparedByAnotherBeforeItCounts() {
        assertEquals(
                Set.of(CaseStatus.FORWARDED),
                Transitions.of(CaseAction.RECORD_PAPER_ANSWER).from());
        assertFalse(Transitions.of(CaseAction.RECORD_PAPER_ANSWER).leaves(CaseStatus.FORWARDED));
        assertTrue(Transitions.leads(CaseAction.CONFIRM_PAPER_ANSWER, CaseStatus.FORWARDED, CaseStatus.IN_REVIEW));
        assertTrue(Transitions.leads(CaseAction.CONFIRM_PAPER_ANSWER, CaseStatus.FORWARDED, CaseStatus.COMPLETED));
    }

    @Test
    void betweenTwoStagesItBeginsAnewLapsesOrIsTakenBackAndNothingElse() {
        Set<CaseStatus> to = Transitions.all().stream()
                .flatMap(rule -> rule.ways().getOrDefault(CaseStatus.AWAITING_NEXT_STAGE, Set.of()).stream())
                .filter(status -> status != CaseStatus.AWAITING_NEXT_STAGE)
                .collect(java.util.stream.Collectors.toSet());
        assertEquals(EnumSet.of(CaseStatus.IN_REVIEW, CaseStatus.TERMINATED, CaseStatus.WITHDRAWN), to);
        assertFalse(Transitions.lawful(CaseAction.DECIDE, CaseStatus.AWAITING_NEXT_STAGE));
    }
}
