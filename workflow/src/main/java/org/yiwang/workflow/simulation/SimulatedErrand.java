package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.workflow.bundle.BundleStatus;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.MemberState;

/**
 * 一件事推演结果: the errand and all its cases after the submission and after each event. Nothing of it is kept anywhere.
 *
 * @param version of the errand; null for a package that was only tried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulatedErrand(
        String itemCode,
        String itemName,
        Integer version,
        String scenario,
        List<Moment> moments,
        List<Letter> letters) {

    /**
     * 一步之后.
     *
     * @param event place in the script, counted from 1; 0 is the submission
     * @param item service whose case the event was about; null where it was about all
     * @param by who did it
     * @param refused why it did not happen; all stands where it stood
     * @param promisedOn the one promised day
     * @param letters that arose, the errand's own first
     * @param notices about the errand as a whole; those about one case stand with it
     * @param happened in the errand's own record
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Moment(
            int event,
            Instant at,
            String item,
            String action,
            String actionText,
            String by,
            SimulatedRun.Refused refused,
            BundleStatus status,
            String statusText,
            LocalDate promisedOn,
            List<Letter> letters,
            List<SimulatedRun.Notice> notices,
            List<BundleView.Entry> happened,
            List<Part> parts) {}

    /** 将出具的文书; {@code item} is null for one of the errand itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Letter(String item, String kind, String title) {}

    /**
     * 子件.
     *
     * @param waitsFor names of the services it waits for
     * @param reason why it was cancelled
     * @param held its result is ready and waits for the others
     * @param now how its case stands; null while there is none, and for one that had ended before and is as it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String item,
            String name,
            MemberState state,
            String stateText,
            boolean held,
            List<String> waitsFor,
            String reason,
            SimulatedRun.Moment now) {}
}
