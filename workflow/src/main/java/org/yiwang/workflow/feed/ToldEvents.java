package org.yiwang.workflow.feed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.workflow.casefile.EventType;

/**
 * 对外告知的办件事件: the way of a case through the house. What officers do among themselves, supervision, ratings and looks
 * at numbers stay inside.
 */
final class ToldEvents {

    private static final Set<EventType> TOLD = Set.of(
            EventType.CASE_SUBMITTED,
            EventType.CASE_RECEIVED,
            EventType.CASE_ACCEPTED,
            EventType.CASE_ACCEPTED_DEFERRED,
            EventType.CASE_DEEMED_ACCEPTED,
            EventType.CORRECTION_REQUESTED,
            EventType.REVIEW_CORRECTION_REQUESTED,
            EventType.CORRECTION_SUPPLIED,
            EventType.CORRECTION_EXPIRED,
            EventType.CASE_REFUSED,
            EventType.NO_LICENCE_DECLARED,
            EventType.SPECIAL_PROCEDURE_STARTED,
            EventType.SPECIAL_PROCEDURE_ENDED,
            EventType.PUBLICITY_STARTED,
            EventType.PUBLICITY_ENDED,
            EventType.LIMIT_EXTENDED,
            EventType.CASE_HALTED,
            EventType.CASE_RESUMED,
            EventType.CASE_TERMINATED,
            EventType.CASE_VOIDED,
            EventType.CASE_FORWARDED,
            EventType.FORWARD_ANSWERED,
            EventType.STAGE_GRANTED,
            EventType.STAGE_BEGUN,
            EventType.STAGE_LAPSED,
            EventType.CASE_DECIDED,
            EventType.DECISION_RESCINDED,
            EventType.RESULT_READY,
            EventType.RESULT_DELIVERED,
            EventType.CASE_COMPLETED,
            EventType.CASE_WITHDRAWN,
            EventType.DEEMED_WITHDRAWN,
            EventType.CASE_ARCHIVED);

    private ToldEvents() {}

    static List<String> names() {
        return Stream.of(EventType.values())
                .filter(TOLD::contains)
                .map(Enum::name)
                .toList();
    }

    /** The CloudEvents type: {@code org.yiwang.case.decided}. */
    static String type(EventType type) {
        String name = type.name().startsWith("CASE_") ? type.name().substring("CASE_".length()) : type.name();
        return "org.yiwang.case." + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
