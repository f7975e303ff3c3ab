package org.yiwang.workflow.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.platform.Refusal;

/** 一次性告知 (行政许可法 §32): everything in the first notice; a later one repeats what is still missing and adds nothing. */
class DemandsTest {

    private static final Demand BANK = new Demand("answers.bankAccount", "请核对。");
    private static final Demand PHONE = new Demand("answers.elderPhone", "电话无法接通。");
    private static final Demand STRANGE = new Demand("materials.no-such-paper", "请补交。");

    private final ItemVersion item = ServicePackage.shipped().stream()
            .filter(one -> one.code().value().equals("elder-allowance"))
            .findFirst()
            .orElseThrow()
            .item();

    private List<String> refused(List<Demand> demands, Set<String> before, boolean mayAdd) {
        return assertThrows(Refusal.class, () -> Demands.checked(item, demands, "", before, mayAdd)).problems().stream()
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
    }

    @Test
    @DisplayName("二次补正试图新增材料 → 被拒")
    void aSecondNoticeRepeatsWhatIsMissingAndAddsNothing() {
        Set<String> before = Set.of(BANK.target());
        assertEquals(
                1,
                Demands.checked(item, List.of(BANK), "", before, false)
                        .path("items")
                        .size());
        assertEquals(List.of("demands[1].target NEW_DEMAND"), refused(List.of(BANK, PHONE), before, false));
    }

    @Test
    @DisplayName("二次补正试图新增材料 → 须审批记责")
    void whatTheFirstNoticeForgotMayBeAddedWhereTheHeadAllowedIt() {
        assertEquals(
                2,
                Demands.checked(item, List.of(BANK, PHONE), "", Set.of(BANK.target()), true)
                        .path("items")
                        .size());
    }

    @Test
    void aNoticeDemandsSomethingAndOnlyOfTheItem() {
        assertEquals(List.of("demands REQUIRED"), refused(List.of(), Set.of(), true));
        assertEquals(List.of("demands[0].target UNKNOWN"), refused(List.of(STRANGE), Set.of(), true));
        assertEquals(
                List.of("demands[0].text REQUIRED"), refused(List.of(new Demand(BANK.target(), " ")), Set.of(), true));
    }
}
