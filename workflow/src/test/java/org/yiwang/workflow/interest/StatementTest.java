package org.yiwang.workflow.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.Refusal;

/** 行政许可法 §36, §47: what an interested party may say, and that the refusal names the field. */
class StatementTest {

    private static List<String> refused(Statement statement, boolean mayAsk) {
        return assertThrows(Refusal.class, () -> statement.checked(mayAsk)).problems().stream()
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
    }

    @Test
    void sayingNothingIsNoAnswerUnlessHeWaives() {
        assertEquals(List.of("statement REQUIRED"), refused(new Statement(" ", null, null), true));
        assertEquals(0, new Statement(null, null, true).checked(false).size());
        assertEquals("WAIVED", new Statement(null, null, true).outcome());
    }

    @Test
    void whoWaivesCannotStateOrAskAtTheSameTime() {
        assertEquals(List.of("waived CONTRADICTS"), refused(new Statement("油烟", null, true), true));
        assertEquals(List.of("waived CONTRADICTS"), refused(new Statement(null, true, true), true));
    }

    @Test
    void aHearingIsForWhomWasToldOfIt() {
        assertEquals(List.of("hearing NO_HEARING_RIGHT"), refused(new Statement("油烟", true, null), false));
        assertEquals("HEARING", new Statement(null, true, null).outcome());
        assertEquals(0, new Statement(null, true, null).checked(true).size());
    }

    @Test
    void whatHeSaysIsKeptAsHeSaidIt() {
        Statement stated = new Statement(" 排烟口正对卧室 ", false, false);
        assertEquals("STATED", stated.outcome());
        assertEquals("排烟口正对卧室", stated.checked(false).path("statement").asText());
    }

    @Test
    void aStatementHasAnEnd() {
        assertEquals(List.of("statement TOO_LONG"), refused(new Statement("长".repeat(2001), null, null), false));
    }
}
