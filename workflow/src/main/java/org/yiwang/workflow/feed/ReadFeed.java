package org.yiwang.workflow.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindProgram;
import org.yiwang.forms.identity.Program;
import org.yiwang.forms.identity.ProgramScope;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.feed.internal.FeedKeys;
import org.yiwang.workflow.feed.internal.FeedTable;

/**
 * 读取动态: what a program may read, after a position. A program of a department sees the cases of that department with their
 * numbers; one of the whole city sees all of them under numbers that stand for the case in its own feed and nowhere else.
 */
@ApplicationScoped
public class ReadFeed {

    /** Of so many positions at most one page is made, however few of them are for this program. */
    private static final int MOST_LOOKED_AT = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    FindProgram programs;

    @Inject
    FeedTable table;

    @Inject
    FeedKeys keys;

    @Inject
    SecretBox box;

    /**
     * 一批动态.
     *
     * @param next the position to go on from; that asked for when nothing has happened since
     * @param tag stands for this very answer
     */
    public record Batch(List<ObjectNode> events, long next, String tag) {}

    /**
     * Runs outside a transaction, for positions have to be committed before anybody is told of them.
     *
     * @throws Refusal FORBIDDEN for who is no program; INVALID for a position that was never given
     */
    public Batch read(Actor actor, long after, int limit) {
        Program program = programs.of(actor);
        long last = table.number();
        if (after > last) {
            throw Refusal.invalid("after", "NOT_GIVEN", "还没有这个位置：最后一条动态的位置是 " + last + "。平台可能从备份恢复过，请从 0 重新读取。");
        }
        long until = Math.min(last, after + MOST_LOOKED_AT);
        List<FeedTable.Row> rows = table.read(
                after, until, program.may(ProgramScope.CATALOGUE_EVENTS), whose(program), ToldEvents.names(), limit);
        long next = rows.size() == limit ? rows.get(limit - 1).position() : until;
        FeedSignature signature = keys.signing();
        List<ObjectNode> events = rows.stream()
                .map(row -> signature.sign(event(row, actor, program)))
                .toList();
        return new Batch(events, next, tag(actor, program, after, next, limit, signature));
    }

    /** Whose cases it sees: all, those of its department, or none. */
    private static String whose(Program program) {
        if (program.may(ProgramScope.ANONYMOUS_CASE_EVENTS)) {
            return "";
        }
        return program.may(ProgramScope.DEPARTMENT_CASE_EVENTS) ? program.organisation() : null;
    }

    private ObjectNode event(FeedTable.Row row, Actor actor, Program program) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", Long.toString(row.position()))
                .put("source", "/api/v1/events")
                .put("time", row.at().toString())
                .put("datacontenttype", "application/json")
                .put("sequence", "%019d".formatted(row.position()));
        return row.kind().equals("CASE") ? ofCase(event, row, actor, program) : ofItem(event, row);
    }

    private static ObjectNode ofItem(ObjectNode event, FeedTable.Row row) {
        String what = row.kind().toLowerCase(Locale.ROOT).replace('_', '-');
        event.put("type", "org.yiwang.item." + what).put("subject", "items/" + row.item());
        ObjectNode data = event.putObject("data").put("item", row.item());
        if (row.version() > 0) {
            data.put("version", row.version());
        }
        return event;
    }

    private ObjectNode ofCase(ObjectNode event, FeedTable.Row row, Actor actor, Program program) {
        EventType type = EventType.valueOf(row.type());
        boolean own = program.may(ProgramScope.DEPARTMENT_CASE_EVENTS)
                && row.organisation().equals(program.organisation());
        event.put("type", ToldEvents.type(type))
                .put("subject", "cases/" + (own ? row.caseNo() : anonymous(actor, row.caseNo())));
        ObjectNode data = event.putObject("data")
                .put("event", type.name())
                .put("name", type.text())
                .put("item", row.item())
                .put("department", row.organisation());
        if (own && type == EventType.CASE_DECIDED) {
            data.put("decision", decision(row.body()));
        }
        return event;
    }

    /** The same for each event of a case, another for each program: two of them cannot put together what they have. */
    private String anonymous(Actor actor, String caseNo) {
        return box.lookupHash("feed.case", actor.id() + "|" + caseNo);
    }

    private static String decision(String body) {
        try {
            return JSON.readTree(body).path("decision").asText();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an event does not hold JSON", broken);
        }
    }

    private static String tag(Actor actor, Program program, long after, long next, int limit, FeedSignature signature) {
        return Integer.toHexString((program.organisation()
                                + program.scopes().stream().sorted().toList())
                        .hashCode()) + "-" + actor.id() + "-" + after + "-" + next + "-" + limit + "-"
                + signature.kid();
    }
}
