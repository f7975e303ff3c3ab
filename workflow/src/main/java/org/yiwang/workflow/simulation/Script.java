package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.identity.PartyKind;

/**
 * 推演剧本: which version of an item is tried, with what application, and what happens then. What is left out is filled in
 * from the package's own test cases, so that an item code and a list of events are enough.
 *
 * @param itemCode not needed with a package of one's own
 * @param version of the item; null for the current one
 * @param start day of the submission; null for today
 * @param applicant who applies; null for whom the item is for
 * @param scenario the test case whose answers (and, without events, whose events) are taken; null for the first fit one
 * @param answers instead of those of a test case
 * @param materials handed in; null for all that the answers make mandatory
 * @param service how the result is served; null for electronically where the item offers it
 * @param events what happens after the submission, in order
 */
public record Script(
        String itemCode,
        Integer version,
        LocalDate start,
        PartyKind applicant,
        String scenario,
        ObjectNode answers,
        List<String> materials,
        ServiceMethod service,
        List<Event> events) {

    /**
     * 推演事件: one thing that happens. Fields that are left out are filled with samples; a field set to null is not.
     *
     * @param action name of a case action, or {@code WAIT} for time alone
     * @param on the day; null for the day the case has come to. Deadlines on the way happen on their own days
     * @param at time of day as {@code 14:30}; null for an hour of the forenoon
     * @param by who: {@code applicant}, a post ({@code hall/window}) or a staff number; null for whoever may
     * @param step key of the step meant, where several are open
     * @param item of an errand: code of the service whose case is meant; null for the first in which it can be done
     */
    public record Event(
            String action, LocalDate on, String at, String by, String step, ObjectNode fields, String item) {}

    public Script {
        events = events == null ? null : List.copyOf(events);
        materials = materials == null ? null : List.copyOf(materials);
    }
}
