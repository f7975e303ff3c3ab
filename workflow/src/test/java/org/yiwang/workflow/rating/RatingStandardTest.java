package org.yiwang.workflow.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 评价标准: the reference data is whole. */
class RatingStandardTest {

    private final RatingStandard standard = RatingStandard.current();

    @Test
    @DisplayName("差评 2 星自动生成工单")
    void fiveGradesOfWhichTwoAreBad() {
        assertEquals(
                List.of(5, 4, 3, 2, 1),
                standard.grades().stream().map(RatingStandard.Grade::level).toList());
        assertEquals(
                List.of(2, 1),
                standard.grades().stream()
                        .filter(RatingStandard.Grade::bad)
                        .map(RatingStandard.Grade::level)
                        .toList());
    }

    @Test
    void everyGradeHasTagsInBothLanguages() {
        for (RatingStandard.Grade grade : standard.grades()) {
            assertFalse(grade.tags().isEmpty());
            grade.tags().forEach(tag -> {
                assertNotNull(tag, "a tag of grade " + grade.level() + " is not described");
                assertFalse(
                        tag.zh().isBlank()
                                || tag.en().isBlank()
                                || tag.indicator().isBlank(),
                        tag.code());
            });
        }
    }

    @Test
    void everyLimitOfTheRulesIsThere() {
        for (TicketState state : TicketState.values()) {
            for (boolean complex : new boolean[] {true, false}) {
                String name = TicketRules.limitOf(state, complex);
                assertTrue(name == null || standard.limit(name).value() > 0, state + " " + name);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> standard.limit("never"));
    }

    @Test
    @DisplayName("默认好评不计主动率")
    void theAssumedGradeIsNeitherBadNorBest() {
        assertEquals(3, standard.defaultLevel());
        assertTrue(standard.defaultAfterDays() > 0);
    }
}
