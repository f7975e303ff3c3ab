package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.platform.Problem;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.clock.ClockView;
import org.yiwang.workflow.clock.TrafficLight;

/**
 * 推演结果: the case after the submission and after each event. Nothing of it is kept anywhere.
 *
 * @param version of the item; null for a package that was only tried
 * @param route keys of the steps that were completed, in order
 * @param letters kinds of all letters that arose, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulatedRun(
        String itemCode,
        String itemName,
        Integer version,
        String scenario,
        List<Moment> moments,
        List<String> route,
        List<String> letters) {

    /**
     * 一步之后: how the case stands after one event.
     *
     * @param event place in the script, counted from 1; 0 is the submission
     * @param action as the script has it
     * @param by who did it; null when nobody could be found who might
     * @param refused why it did not happen; the case then stands where it stood
     * @param happened what was written into the record, deadlines on the way included
     * @param waiting open work: who has to act next
     * @param turns who may do what now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Moment(
            int event,
            Instant at,
            String action,
            String actionText,
            String by,
            Refused refused,
            CaseStatus status,
            String statusText,
            String sentence,
            String nextStep,
            CaseView.Due due,
            List<ClockView> clocks,
            List<Letter> letters,
            List<Notice> notices,
            List<CaseView.Entry> happened,
            List<Waiting> waiting,
            List<Turn> turns) {}

    /** 拒绝: what the platform would say. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Refused(int status, String code, String message, List<Problem> problems) {}

    /** 将出具的文书. */
    public record Letter(String kind, String title) {}

    /** 将发出的通知. */
    public record Notice(String to, String title, String text) {}

    /** 待办. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(String step, String stepName, String queue, LocalDate dueOn, TrafficLight light) {}

    /** 轮到谁: what one side or post may do. */
    public record Turn(String who, List<String> actions) {}
}
