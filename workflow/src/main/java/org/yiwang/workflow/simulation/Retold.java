package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.PastCases.Happened;

/** 重述: which action an event of the record came from, with what its body says of it. */
final class Retold {

    private static final Map<EventType, CaseAction> ACTIONS = Map.ofEntries(
            Map.entry(EventType.CASE_ACCEPTED, CaseAction.ACCEPT),
            Map.entry(EventType.CASE_ACCEPTED_DEFERRED, CaseAction.ACCEPT_DEFERRED),
            Map.entry(EventType.DEFERRED_SUPPLIED, CaseAction.SUPPLY_DEFERRED),
            Map.entry(EventType.CORRECTION_REQUESTED, CaseAction.REQUEST_CORRECTION),
            Map.entry(EventType.CORRECTION_SUPPLIED, CaseAction.SUPPLY_CORRECTION),
            Map.entry(EventType.CASE_REFUSED, CaseAction.REFUSE),
            Map.entry(EventType.NO_LICENCE_DECLARED, CaseAction.NO_LICENCE_NEEDED),
            Map.entry(EventType.STEP_REVIEWED, CaseAction.REVIEW),
            Map.entry(EventType.SITE_CHECK_RECORDED, CaseAction.RECORD_SITE_CHECK),
            Map.entry(EventType.STEP_RETURNED, CaseAction.RETURN),
            Map.entry(EventType.SPECIAL_PROCEDURE_STARTED, CaseAction.START_SPECIAL_PROCEDURE),
            Map.entry(EventType.SPECIAL_PROCEDURE_ENDED, CaseAction.END_SPECIAL_PROCEDURE),
            Map.entry(EventType.HEARING_RIGHT_TOLD, CaseAction.TELL_HEARING_RIGHT),
            Map.entry(EventType.HEARING_ASKED, CaseAction.ASK_HEARING),
            Map.entry(EventType.HEARING_WAIVED, CaseAction.WAIVE_HEARING),
            Map.entry(EventType.HEARING_SET, CaseAction.SET_HEARING),
            Map.entry(EventType.HEARING_HELD, CaseAction.RECORD_HEARING),
            Map.entry(EventType.PUBLICITY_STARTED, CaseAction.START_PUBLICITY),
            Map.entry(EventType.BOTH_APPEARED, CaseAction.RECORD_APPEARANCE),
            Map.entry(EventType.STAGE_GRANTED, CaseAction.DECIDE),
            Map.entry(EventType.STAGE_BEGUN, CaseAction.BEGIN_STAGE),
            Map.entry(EventType.CASE_DECIDED, CaseAction.DECIDE),
            Map.entry(EventType.PAYMENT_REPORTED, CaseAction.PAY),
            Map.entry(EventType.CASE_WITHDRAWN, CaseAction.WITHDRAW));

    /** What follows from something else, or changes neither way nor dates. */
    private static final Set<EventType> FOLLOWS = EnumSet.of(
            EventType.CASE_SUBMITTED,
            EventType.CASE_RECEIVED,
            EventType.WORK_CLAIMED,
            EventType.WORK_TRANSFERRED,
            EventType.WORK_DELEGATED,
            EventType.WORK_REPORTED,
            EventType.WORK_TAKEN_BACK,
            EventType.WORK_REASSIGNED,
            EventType.WORK_HANDED_OVER,
            EventType.STEP_SETTLED,
            EventType.OPINION_ASKED,
            EventType.ADVICE_GIVEN,
            EventType.CASE_COPIED,
            EventType.CASE_URGED,
            EventType.CASE_RATED,
            EventType.NUMBER_REVEALED,
            EventType.FEE_PAID,
            EventType.SERVICE_CHANGED,
            EventType.LETTER_SERVED,
            EventType.RESULT_CERTIFIED,
            EventType.RESULT_SENT,
            EventType.RESULT_DELIVERED,
            EventType.CASE_COMPLETED,
            EventType.SUPERVISION_ORDERED,
            EventType.SUPERVISION_REPLIED,
            EventType.SUPERVISION_CLOSED);

    private Retold() {}

    /** Nothing where the platform did it, or will do it again by itself. */
    static Optional<CaseAction> action(Happened event) {
        return event.byPlatform() ? Optional.empty() : Optional.ofNullable(ACTIONS.get(event.type()));
    }

    /** Was it somebody's act that cannot be told again? Then what comes after it may differ for that alone. */
    static boolean lost(Happened event) {
        return !event.byPlatform() && !ACTIONS.containsKey(event.type()) && !FOLLOWS.contains(event.type());
    }

    /** The step it was about; null where it was about none. */
    static String step(Happened event) {
        return event.body().path("step").asText(null);
    }

    /** Those fields of the action that decide where it leads. */
    static ObjectNode fields(Happened event) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {"opinion", "passed", "decision", "type"}) {
            if (event.body().has(name)) {
                fields.set(name, event.body().get(name));
            }
        }
        if (event.type() == EventType.STAGE_GRANTED) {
            fields.put("decision", "GRANT");
        }
        if (event.body().has("to")) {
            fields.set("toStep", event.body().get("to"));
        }
        return fields;
    }
}
