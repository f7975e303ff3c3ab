package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * 以往办件试算: what another version of an item would have made of past cases. Names cases and fields, never people or what they
 * wrote.
 *
 * @param version null for a package nobody has published
 * @param unlooked cases that were left for want of time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayReport(
        String itemCode, String itemName, Integer version, List<ReplayedCase> cases, int changed, int unlooked) {

    /** 差别的种类. */
    public enum Kind {
        /** An answer that would not pass the form. */
        PROBLEM,
        /** 受理条件 that would not be met, or would be met now. */
        CONDITION,
        MATERIAL,
        FEE,
        ROUTE,
        DATE,
        DECIDER,
        LETTER,
        /** How it ends. */
        STATUS
    }

    /**
     * 一件.
     *
     * @param version it went by
     * @param differences between its own version and the other; empty when the other changes nothing for it
     * @param notes what could not be told again, so that nothing is said about it
     */
    public record ReplayedCase(
            String caseNo, LocalDate submittedOn, int version, List<Difference> differences, List<String> notes) {}

    /** 一处差别: in words, with names of fields and dates, without anything personal. */
    public record Difference(Kind kind, String text) {}
}
