package org.yiwang.workflow.process;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * 办件流程: walks one case through the steps of its process. Call it within the use case's transaction and with the case row
 * locked: two steps of one case advanced at the same moment collide in the engine.
 *
 * <p>Every verb answers which steps are open now; the use case writes the difference to the work list.
 */
public interface CaseProcess {

    /** Starts the process of an item version for a case; the answer names the process from then on. */
    ProcessState start(String definitionId, String caseNo);

    /**
     * Completes an open step.
     *
     * @param outcome what the conditions of the next gateway compare with, such as {@code AGREE}
     * @throws org.yiwang.forms.platform.Refusal CONFLICT / STEP_NOT_OPEN when that step is not open any more
     */
    ProcessState advance(String processId, String taskId, String outcome);

    /**
     * Sends an open step back to an earlier one. Out of a branch to before the fork, or from behind a join into one of its
     * branches, all tokens in between go back to where the ways part, so that every join later finds as many as it waits
     * for; the caller lets those steps pass again that are not to be done anew ({@link WayBack#beside}).
     *
     * @throws org.yiwang.forms.platform.Refusal CONFLICT / STEP_NOT_OPEN as above; INVALID / STEP_UNKNOWN when the
     *     process has no such step; CONFLICT / NOT_EARLIER when it does not lie before
     */
    ProcessState returnTo(String processId, String taskId, String stepKey);

    /** What that would mean for the other steps; looks at the drawing alone. */
    WayBack wayBack(String definitionId, String from, String to);

    /**
     * The steps by which a process can come before one of its steps, that one included; looks at the drawing alone.
     *
     * @param settled the outcome of a step where the item's routing settles it; empty where it is an officer's word, which
     *     may lead either way
     */
    Set<String> comesBy(String definitionId, String until, Function<String, Optional<String>> settled);

    /**
     * Goes on from a receive task: what was waited for outside has come.
     *
     * @param key id of the receive task in the process model
     * @throws org.yiwang.forms.platform.Refusal CONFLICT / STEP_NOT_OPEN when the process does not wait there
     */
    ProcessState signal(String processId, String key);

    /**
     * Where a process stands; empty when it has ended or was deleted, or none was ever started.
     *
     * @param processId may be null
     */
    Optional<ProcessState> state(String processId);

    /** Ends the process where it stands: the case was withdrawn or terminated. One that has ended is left alone. */
    void delete(String processId, String reason);
}
