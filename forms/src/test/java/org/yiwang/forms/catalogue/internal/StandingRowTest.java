package org.yiwang.forms.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding.State;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;

/** How an item comes to take applications or none. */
class StandingRowTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Actor one = officer(1);
    private final Actor other = officer(2);
    private final StandingRow row = new StandingRow("elder-allowance", NOW);

    private static Actor officer(long id) {
        return new Actor(Actor.Kind.OFFICER, id, "工作人员" + id, Set.of(Role.ITEM_REVIEWER), List.of(), Channel.WINDOW);
    }

    private static void refused(String code, Executable action) {
        assertEquals(code, assertThrows(Refusal.class, action).code());
    }

    @Test
    void suspendedItSaysWhyAndWhereToGo() {
        row.suspend("系统升级", "到街道窗口办理", NOW);
        assertEquals(State.SUSPENDED, row.view().state());
        assertEquals("系统升级", row.view().reason());
        assertEquals("到街道窗口办理", row.view().instead());
        refused("ITEM_STATE", () -> row.suspend("再暂停", "到窗口", NOW));
        row.resume(NOW);
        assertTrue(row.view().open());
        assertEquals("", row.view().reason());
        refused("ITEM_STATE", () -> row.resume(NOW));
    }

    @Test
    void retirementIsConfirmedByAnother() {
        row.proposeRetirement(one, TODAY.plusDays(10), "法规修订", "改为免申即享，不用申请", NOW);
        assertTrue(row.view().open(), "a proposal changes nothing yet");
        refused("FOUR_EYES", () -> row.confirmRetirement(one, NOW));
        assertFalse(row.confirmRetirement(other, NOW));
        refused("RETIREMENT_CONFIRMED", () -> row.confirmRetirement(other, NOW));
        Instant day = TODAY.plusDays(10).atStartOfDay(PackageDraft.ZONE).toInstant();
        assertFalse(row.due(day.minusMillis(1)));
        assertTrue(row.due(day));
        row.retire(day);
        assertTrue(row.view().retired());
        assertEquals("法规修订", row.view().reason());
    }

    @Test
    void withoutAnotherItIsNeverDue() {
        row.proposeRetirement(one, TODAY, "法规修订", "不用申请", NOW);
        assertFalse(row.due(NOW.plusSeconds(999_999)));
    }

    @Test
    void aPlanCanBeDropped() {
        refused("NO_RETIREMENT", row::dropRetirement);
        row.proposeRetirement(one, TODAY.plusDays(10), "法规修订", "不用申请", NOW);
        refused("RETIREMENT_PLANNED", () -> row.proposeRetirement(other, TODAY.plusDays(5), "再提", "不用申请", NOW));
        row.confirmRetirement(other, NOW);
        row.dropRetirement();
        assertTrue(row.view().retirement().isEmpty());
        assertFalse(row.due(NOW.plusSeconds(99_999_999)));
    }

    @Test
    void aRetiredItemComesBackWithANewVersionOnly() {
        row.proposeRetirement(one, TODAY, "法规修订", "不用申请", NOW);
        assertTrue(row.confirmRetirement(other, NOW), "today is due at once");
        row.retire(NOW);
        refused("ITEM_STATE", () -> row.resume(NOW));
        refused("ITEM_STATE", () -> row.suspend("暂停", "到窗口", NOW));
        refused("ITEM_RETIRED", () -> row.proposeRetirement(one, TODAY, "再取消", "不用申请", NOW));
        row.revive(NOW);
        assertTrue(row.view().open());
    }

    @Test
    void noDayInThePast() {
        refused("INVALID", () -> row.proposeRetirement(one, TODAY.minusDays(1), "法规修订", "不用申请", NOW));
    }

    @Test
    void theCatalogueOffersNoRetiredItemButKnowsIt() {
        List<ItemVersion> items = PackageSource.shipped().stream()
                .map(found -> found.read().item())
                .toList();
        row.proposeRetirement(one, TODAY, "法规修订", "不用申请", NOW);
        row.confirmRetirement(other, NOW);
        row.retire(NOW);
        ItemCode code = ItemCode.of("elder-allowance");
        Snapshot snapshot = new Snapshot(1, items, Map.of(code, row.view()));
        assertTrue(snapshot.current(code).isPresent(), "its guide can say why");
        assertTrue(snapshot.standing(code).retired());
        assertTrue(snapshot.list(item -> true, null, 500).stream()
                .noneMatch(item -> item.code().equals(code)));
        assertTrue(snapshot.hot(50).stream().noneMatch(item -> item.code().equals(code)));
    }
}
