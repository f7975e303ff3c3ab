package org.yiwang.workflow.clock;

/**
 * 重算时限: after a calendar came in, every open case is counted again ({@link CalendarReplaced}). Every node looks by itself
 * every few seconds, takes case by case, one transaction each, and passes by what another has in hand; a node that stops
 * loses nothing, for the clocks say by which calendar they were counted.
 */
public interface RecountClocks {

    /**
     * Everything that was counted by an older calendar than the present one; waits for cases somebody is working on. For
     * tests and for platform time put forward.
     *
     * @return how many cases were counted again
     */
    int recountAll();

    /** How many cases wait to be counted again, up to ten thousand. For monitoring. */
    long waiting();
}
