package org.yiwang.workflow.process;

import java.util.Set;

/**
 * 退回的路: what sending a step back to an earlier one means for the other steps.
 *
 * @param earlier does the one lie before the other at all? If not, the sets are empty
 * @param again steps from the one to the other, which are done anew
 * @param beside steps of other branches that the process will come by once more: what was answered there may stand
 */
public record WayBack(boolean earlier, Set<String> again, Set<String> beside) {

    /** There is none. */
    public static final WayBack NONE = new WayBack(false, Set.of(), Set.of());

    public WayBack {
        again = Set.copyOf(again);
        beside = Set.copyOf(beside);
    }
}
