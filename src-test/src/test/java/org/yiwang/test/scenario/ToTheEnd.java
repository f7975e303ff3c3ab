package org.yiwang.test.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.yiwang.test.Api;

/**
 * 办到底: takes a case from wherever it stands to its end. Each step is taken by somebody who may take it, as the case
 * itself tells him; nothing here knows the order of steps of a service.
 */
public final class ToTheEnd {

    private static final int MOST_STEPS = 20;

    private static final List<String> APPLICANTS = List.of("chenjing", "wangqiang");

    private static final List<String> OFFICERS = List.of(
            "window-1",
            "street-reviewer",
            "market-inspector-1",
            "traffic-reviewer",
            "housing-reviewer",
            "urban-inspector-1",
            "urban-reviewer",
            "civil-director",
            "market-director",
            "urban-director",
            "result-1");

    private final City city;

    /** What brings a case forward, the more urgent first; with what this person says on it. */
    private final Map<String, BiFunction<String, String, Object[]>> forward = new LinkedHashMap<>();

    public ToTheEnd(City city) {
        this.city = city;
        forward.put("RESUBMIT", (who, no) -> bank());
        forward.put("SUPPLY_CORRECTION", (who, no) -> bank());
        forward.put("PAY", (who, no) -> new Object[] {"reference", "PAY-" + no});
        forward.put("ACCEPT", (who, no) -> new Object[0]);
        forward.put("EXTEND", (who, no) -> new Object[] {"approved", true});
        forward.put("REJECT_PROPOSAL", (who, no) -> new Object[] {"measure", "TERMINATE", "reason", "情况已经清楚。"});
        forward.put("RESUME", (who, no) -> new Object[] {"reason", "裁定已经生效。"});
        forward.put("END_SPECIAL_PROCEDURE", (who, no) -> new Object[] {"result", "专家论证通过。"});
        forward.put("RECORD_SITE_CHECK", (who, no) -> visit(who));
        forward.put("REVIEW", (who, no) -> new Object[] {"opinion", "AGREE", "text", "符合条件。"});
        forward.put(
                "DECIDE", (who, no) -> new Object[] {"decision", "GRANT", "reason", "符合条件。", "legalBasis", "有关法律规定"});
        forward.put("DELIVER", (who, no) ->
                new Object[] {"receiver", "陈静", "idNumber", "999999199304180020", "identityChecked", true});
    }

    /** Answers the status it ended in. */
    public String take(String no) {
        for (int step = 0; step < MOST_STEPS; step++) {
            // What the platform does by itself comes first, so that nobody takes a step beside it.
            city.settle();
            JsonNode view = owner(no);
            if (!view.path("completedAt").isMissingNode()) {
                return view.path("status").asText();
            }
            if (!oneStep(no)) {
                throw new AssertionError("nobody can go on with " + no + ": " + view);
            }
        }
        throw new AssertionError("not at its end after " + MOST_STEPS + " steps: " + owner(no));
    }

    private JsonNode owner(String no) {
        for (String applicant : APPLICANTS) {
            var reply = city.as(applicant).get("/cases/" + no);
            if (reply.status() == 200) {
                return reply.json();
            }
        }
        throw new AssertionError("nobody's case: " + no);
    }

    private boolean oneStep(String no) {
        List<String> everybody = new ArrayList<>(APPLICANTS);
        everybody.addAll(OFFICERS);
        for (String login : everybody) {
            Api who = city.as(login);
            var reply = who.get("/cases/" + no);
            if (reply.status() != 200) {
                continue;
            }
            List<String> allowed = new ArrayList<>();
            reply.json().path("allowedActions").forEach(action -> allowed.add(action.asText()));
            for (Map.Entry<String, BiFunction<String, String, Object[]>> action : forward.entrySet()) {
                if (allowed.contains(action.getKey())) {
                    city.act(who, no, action.getKey(), action.getValue().apply(login, no));
                    return true;
                }
            }
        }
        return false;
    }

    private static Object[] bank() {
        return new Object[] {"answers", Api.object("bankAccount", "6222000000000000996")};
    }

    private Object[] visit(String inspector) {
        return new Object[] {
            "withStaffNo",
            inspector.startsWith("urban") ? "YZ1018" : "YZ1013",
            "checkedAt",
            city.now().toString(),
            "place",
            "云东区东湖路 18 号",
            "findings",
            "与图纸一致。",
            "passed",
            true,
            "signature",
            "SIGNED",
            "party",
            "在场负责人"
        };
    }
}
