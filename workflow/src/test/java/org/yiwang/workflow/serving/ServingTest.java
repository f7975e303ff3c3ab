package org.yiwang.workflow.serving;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.ResultRule;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.workflow.casefile.CaseStatus;

class ServingTest {

    private static final boolean FEE_OPEN = true;
    private static final boolean NOTHING_OPEN = false;

    @Test
    void aDecisionLetterServesTheGrantOnceItsFeeIsPaid() {
        Set<DocumentKind> letter = EnumSet.of(DocumentKind.ACCEPT_NOTICE, DocumentKind.APPROVAL_DECISION);

        assertFalse(Serving.due(CaseStatus.APPROVED, ResultRule.Kind.DECISION, letter, FEE_OPEN));
        assertTrue(Serving.due(CaseStatus.APPROVED, ResultRule.Kind.DECISION, letter, NOTHING_OPEN));
    }

    @Test
    void aFeePaidBeforeTheLetterIsReadyServesNothingYet() {
        Set<DocumentKind> before = EnumSet.of(DocumentKind.ACCEPT_NOTICE);

        assertFalse(Serving.due(CaseStatus.APPROVED, ResultRule.Kind.DECISION, before, NOTHING_OPEN));
    }

    @Test
    void aLicenceAndNotTheLetterAboutItServesAGrant() {
        for (ResultRule.Kind kind : EnumSet.complementOf(EnumSet.of(ResultRule.Kind.DECISION))) {
            assertFalse(
                    Serving.due(CaseStatus.APPROVED, kind, Set.of(DocumentKind.APPROVAL_DECISION), NOTHING_OPEN),
                    kind.name());
            assertTrue(Serving.due(CaseStatus.APPROVED, kind, Set.of(DocumentKind.RESULT), NOTHING_OPEN), kind.name());
        }
    }

    @Test
    void aDenialIsServedByItsLetterWhateverTheResultWouldHaveBeen() {
        for (ResultRule.Kind kind : ResultRule.Kind.values()) {
            assertTrue(Serving.due(CaseStatus.DENIED, kind, Set.of(DocumentKind.DENIAL_DECISION), NOTHING_OPEN));
            assertFalse(Serving.due(CaseStatus.DENIED, kind, Set.of(DocumentKind.RESULT), NOTHING_OPEN));
        }
    }

    @Test
    void nothingIsServedBeforeADecisionOrAfterTheEnd() {
        Set<DocumentKind> all = EnumSet.allOf(DocumentKind.class);
        Set<CaseStatus> decided = EnumSet.of(CaseStatus.APPROVED, CaseStatus.APPROVED_DEFERRED, CaseStatus.DENIED);
        for (CaseStatus status : EnumSet.complementOf(EnumSet.copyOf(decided))) {
            assertFalse(Serving.due(status, ResultRule.Kind.DECISION, all, NOTHING_OPEN), status.name());
        }
    }
}
