package org.yiwang.workflow.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.bundle.BundleMember;

/**
 * 一件事规则: what follows from how the services stand; knows no database. 全部子件完结，父件才完结；有子件未办成，其余继续，
 * 依赖它的取消 (GB/T 45836-2025).
 */
public final class BundleRules {

    private BundleRules() {}

    /**
     * 状态聚合.
     *
     * @param states of all its services
     */
    public static BundleStatus status(List<MemberState> states) {
        boolean takenBack =
                states.stream().allMatch(state -> state == MemberState.WITHDRAWN || state == MemberState.CANCELLED)
                        && states.contains(MemberState.WITHDRAWN);
        if (takenBack || states.stream().allMatch(state -> state == MemberState.CANCELLED)) {
            return BundleStatus.WITHDRAWN;
        }
        boolean lost = states.stream()
                .anyMatch(state -> state == MemberState.FAILED
                        || state == MemberState.WITHDRAWN
                        || state == MemberState.CANCELLED);
        if (lost) {
            return BundleStatus.PARTIAL;
        }
        return states.stream().allMatch(state -> state == MemberState.DONE)
                ? BundleStatus.COMPLETED
                : BundleStatus.IN_PROGRESS;
    }

    /** Nothing more will happen in any of them. */
    public static boolean ended(List<MemberState> states) {
        return states.stream().allMatch(MemberState::ended);
    }

    /** Every service has its answer: what was held may go out. */
    public static boolean allAnswered(List<MemberState> states) {
        return states.stream().noneMatch(state -> state == MemberState.PLANNED || state == MemberState.RUNNING);
    }

    /**
     * 下一步.
     *
     * @param start planned services that may begin now
     * @param cancel planned services that never can, each with the one it waited for in vain
     */
    public record Next(List<BundleMember> start, Map<ItemCode, ItemCode> cancel) {}

    /**
     * @param members of this errand, those not chosen left out
     * @param states by service
     * @param issued services whose result lies in the register, so that its number is known
     */
    public static Next next(List<BundleMember> members, Map<ItemCode, MemberState> states, Set<ItemCode> issued) {
        Map<ItemCode, ItemCode> cancel = new LinkedHashMap<>();
        List<BundleMember> start = new ArrayList<>();
        for (BundleMember member : org.yiwang.forms.catalogue.bundle.Bundle.ordered(members)) {
            if (states.get(member.item()) != MemberState.PLANNED) {
                continue;
            }
            Set<ItemCode> waits = member.waitsFor(states.keySet());
            waits.stream()
                    .filter(before -> cancel.containsKey(before) || lost(member, before, states, issued))
                    .findFirst()
                    .ifPresentOrElse(before -> cancel.put(member.item(), before), () -> {
                        if (waits.stream().allMatch(before -> ready(member, before, states, issued))) {
                            start.add(member);
                        }
                    });
        }
        return new Next(List.copyOf(start), cancel);
    }

    private static boolean lost(
            BundleMember member, ItemCode before, Map<ItemCode, MemberState> states, Set<ItemCode> issued) {
        MemberState state = states.get(before);
        boolean noResult =
                state == MemberState.DONE && member.fromResult().containsValue(before) && !issued.contains(before);
        return state.ended() && !state.granted() || noResult;
    }

    private static boolean ready(
            BundleMember member, ItemCode before, Map<ItemCode, MemberState> states, Set<ItemCode> issued) {
        MemberState state = states.get(before);
        // Granted is not enough: the paper that says so must exist before another office may rely on it.
        return state.granted() && (state == MemberState.DONE || issued.contains(before));
    }
}
