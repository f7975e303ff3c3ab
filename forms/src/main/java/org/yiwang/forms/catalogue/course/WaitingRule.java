package org.yiwang.forms.catalogue.course;

import java.util.List;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.Span;

/**
 * 轮候: whoever is found eligible waits for a place; more points go first, then the earlier decision.
 *
 * @param list key of the list; several items may fill one
 * @param points what moves somebody forward; empty where only the date counts
 * @param answer how long he may think about a place that is offered
 * @param refusals after so many given up or left unanswered he leaves the list
 */
public record WaitingRule(String list, LocalText name, List<Points> points, Span answer, int refusals, String basis) {

    public WaitingRule {
        points = List.copyOf(points);
    }
}
