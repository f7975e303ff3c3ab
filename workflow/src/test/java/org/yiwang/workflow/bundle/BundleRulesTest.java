package org.yiwang.workflow.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yiwang.workflow.bundle.MemberState.CANCELLED;
import static org.yiwang.workflow.bundle.MemberState.DONE;
import static org.yiwang.workflow.bundle.MemberState.FAILED;
import static org.yiwang.workflow.bundle.MemberState.GRANTED;
import static org.yiwang.workflow.bundle.MemberState.PLANNED;
import static org.yiwang.workflow.bundle.MemberState.RUNNING;
import static org.yiwang.workflow.bundle.MemberState.WITHDRAWN;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.catalogue.bundle.BundleMode;
import org.yiwang.workflow.casefile.CaseEvent;

/** 一件事规则: order, what may begin, what never can, and what the whole amounts to. */
class BundleRulesTest {

    private static BundleMember member(String code, int days, BundleMode mode, String... before) {
        return member(code, days, mode, Map.of(), before);
    }

    private static BundleMember member(
            String code, int days, BundleMode mode, Map<String, ItemCode> fromResult, String... before) {
        return new BundleMember(
                ItemCode.of(code),
                1,
                LocalText.of(code),
                true,
                Optional.empty(),
                List.of(before).stream().map(ItemCode::of).toList(),
                mode,
                new Span(days, days == 0 ? LimitUnit.IMMEDIATE : LimitUnit.WORKDAY),
                Map.of(),
                Map.of(),
                fromResult,
                Map.of());
    }

    private static BundleMember member(String code, String... before) {
        return member(code, 1, BundleMode.SYNC, before);
    }

    private static Map<ItemCode, MemberState> states(Object... pairs) {
        Map<ItemCode, MemberState> states = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            states.put(ItemCode.of((String) pairs[i]), (MemberState) pairs[i + 1]);
        }
        return states;
    }

    private static List<String> codes(List<BundleMember> members) {
        return members.stream().map(member -> member.item().value()).toList();
    }

    @Test
    void theWholeIsDoneWhenEveryPartIs() {
        assertEquals(BundleStatus.COMPLETED, BundleRules.status(List.of(DONE, DONE)));
        assertEquals(BundleStatus.IN_PROGRESS, BundleRules.status(List.of(DONE, GRANTED)));
        assertEquals(BundleStatus.IN_PROGRESS, BundleRules.status(List.of(DONE, PLANNED)));
    }

    @Test
    @DisplayName("子件 2 不予受理 → 子件 1、3 继续 · 父件 PARTIAL")
    void onePartThatCameToNothingMakesItPartialWhileTheOthersGoOn() {
        assertEquals(BundleStatus.PARTIAL, BundleRules.status(List.of(RUNNING, FAILED, DONE)));
        assertFalse(BundleRules.ended(List.of(RUNNING, FAILED, DONE)));
        assertEquals(BundleStatus.PARTIAL, BundleRules.status(List.of(DONE, FAILED, CANCELLED)));
        assertTrue(BundleRules.ended(List.of(DONE, FAILED, CANCELLED)));
        assertEquals(BundleStatus.PARTIAL, BundleRules.status(List.of(DONE, WITHDRAWN)), "one was taken back");
    }

    @Test
    void allTakenBackIsWithdrawn() {
        assertEquals(BundleStatus.WITHDRAWN, BundleRules.status(List.of(WITHDRAWN, CANCELLED)));
        assertEquals(BundleStatus.WITHDRAWN, BundleRules.status(List.of(WITHDRAWN, WITHDRAWN)));
        assertEquals(
                BundleStatus.PARTIAL, BundleRules.status(List.of(FAILED, CANCELLED)), "a refusal is no withdrawal");
    }

    @Test
    void whatWaitsForNobodyBeginsAtOnce() {
        List<BundleMember> members = List.of(member("aa"), member("bb", "aa"), member("cc"));
        var next = BundleRules.next(members, states("aa", PLANNED, "bb", PLANNED, "cc", PLANNED), Set.of());
        assertEquals(List.of("aa", "cc"), codes(next.start()));
        assertTrue(next.cancel().isEmpty());
    }

    @Test
    void aGrantIsNotEnoughWhileItsPaperIsBeingMade() {
        List<BundleMember> members = List.of(member("aa"), member("bb", "aa"));
        var states = states("aa", GRANTED, "bb", PLANNED);
        assertTrue(BundleRules.next(members, states, Set.of()).start().isEmpty());
        assertEquals(
                List.of("bb"),
                codes(BundleRules.next(members, states, Set.of(ItemCode.of("aa")))
                        .start()));
    }

    @Test
    @DisplayName("依赖子件取消")
    void whatDependsOnAFailureIsCancelledWithAllThatDependsOnIt() {
        List<BundleMember> members =
                List.of(member("aa"), member("bb", "aa"), member("cc", "bb"), member("dd", "aa"), member("ee"));
        var next = BundleRules.next(
                members,
                states("aa", DONE, "bb", FAILED, "cc", PLANNED, "dd", PLANNED, "ee", RUNNING),
                Set.of(ItemCode.of("aa")));
        assertEquals(Map.of(ItemCode.of("cc"), ItemCode.of("bb")), next.cancel());
        assertEquals(List.of("dd"), codes(next.start()));
        var deep = BundleRules.next(
                members, states("aa", FAILED, "bb", PLANNED, "cc", PLANNED, "dd", PLANNED, "ee", RUNNING), Set.of());
        assertEquals(
                Set.of("bb", "cc", "dd"),
                deep.cancel().keySet().stream().map(ItemCode::value).collect(java.util.stream.Collectors.toSet()));
    }

    @Test
    void whatNeedsANumberThatWillNeverComeIsCancelled() {
        BundleMember needs = member("bb", 1, BundleMode.SYNC, Map.of("licenceNo", ItemCode.of("aa")), "aa");
        var next = BundleRules.next(List.of(member("aa"), needs), states("aa", DONE, "bb", PLANNED), Set.of());
        assertEquals(Map.of(ItemCode.of("bb"), ItemCode.of("aa")), next.cancel(), "no licence was needed: no number");
    }

    @Test
    void aServiceThatIsNotPartOfThisErrandIsNotWaitedFor() {
        var next = BundleRules.next(List.of(member("bb", "aa")), states("bb", PLANNED), Set.of());
        assertEquals(List.of("bb"), codes(next.start()));
    }

    @Test
    void whatWasBegunIsNotBegunAgain() {
        var next = BundleRules.next(List.of(member("aa")), states("aa", RUNNING), Set.of());
        assertTrue(next.start().isEmpty());
    }

    @Test
    void theLongestChainCountsAndOnlyWhatIsPromised() {
        List<BundleMember> members = List.of(
                member("aa", 1, BundleMode.SYNC),
                member("bb", 3, BundleMode.SYNC, "aa"),
                member("cc", 2, BundleMode.SYNC, "aa"),
                member("dd", 15, BundleMode.ASYNC, "aa"),
                member("ee", 9, BundleMode.EXTERNAL, "bb"));
        assertEquals(4, Bundle.criticalPath(members));
        assertThrows(
                IllegalArgumentException.class,
                () -> Bundle.criticalPath(List.of(member("aa", "bb"), member("bb", "aa"))));
    }

    @Test
    void theRecordOfAnErrandIsAChain() {
        Instant at = Instant.parse("2026-11-23T02:00:00Z");
        BundleEvent first =
                BundleEvent.next(7, 1, at, BundleEvent.Type.BUNDLE_SUBMITTED, "citizen:1", "{}", CaseEvent.GENESIS);
        BundleEvent second =
                BundleEvent.next(7, 2, at, BundleEvent.Type.MEMBER_STARTED, "system:0", "{}", first.hash());
        assertTrue(first.follows(CaseEvent.GENESIS) && second.follows(first.hash()));
        BundleEvent altered = new BundleEvent(
                7, 2, at, BundleEvent.Type.MEMBER_CANCELLED, "system:0", "{}", first.hash(), second.hash());
        assertFalse(altered.follows(first.hash()));
    }
}
