package org.yiwang.web.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.simulation.Script;

/**
 * 推演表单: a script in an address: {@code item, start, applicant, scenario} and for each event {@code
 * e=action|day|by|step|fields|service}.
 * Nothing is kept on the server, so an address may be sent to a colleague.
 */
final class SimulationForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Request attribute that holds the package sent along. */
    static final String ZIP = "simulation.zip";

    private final HttpServletRequest request;

    SimulationForm(HttpServletRequest request) {
        this.request = request;
    }

    /** A package that travels with the form; empty for a published item. */
    Optional<byte[]> zip() {
        return Optional.ofNullable((byte[]) request.getAttribute(ZIP));
    }

    String given(String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The events so far, and the one that has just been filled in. */
    List<String> lines() {
        String[] sent = request.getParameterValues("e");
        List<String> lines = new ArrayList<>(sent == null ? List.of() : List.of(sent));
        if (given("undo") != null && !lines.isEmpty()) {
            lines.remove(lines.size() - 1);
        } else if (given("letter") == null && given("action") != null) {
            lines.add(String.join(
                    "|",
                    given("action"),
                    text("on"),
                    text("by"),
                    text("step"),
                    text("fields").replace('|', '／'),
                    text("service")));
        }
        return lines;
    }

    private String text(String name) {
        return given(name) == null ? "" : given(name);
    }

    Script script() {
        String applicant = given("applicant");
        List<Script.Event> events = new ArrayList<>();
        lines().forEach(line -> events.add(event(events.size() + 1, line)));
        return new Script(
                given("item"),
                null,
                day("start", given("start")),
                applicant == null ? null : PartyKind.valueOf(applicant.equals("ORGANISATION") ? applicant : "PERSON"),
                given("scenario"),
                null,
                null,
                null,
                events);
    }

    private static Script.Event event(int place, String line) {
        String[] parts = line.split("\\|", 6);
        return new Script.Event(
                parts[0],
                day("on", part(parts, 1)),
                null,
                part(parts, 2),
                part(parts, 3),
                fields(place, part(parts, 4)),
                part(parts, 5));
    }

    private static String part(String[] parts, int index) {
        return parts.length > index && !parts[index].isBlank() ? parts[index].strip() : null;
    }

    private static LocalDate day(String field, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid(field, "FORMAT", "日期应写成 2026-11-23 这样。");
        }
    }

    private static ObjectNode fields(int place, String text) {
        try {
            JsonNode read = text == null ? null : JSON.readTree(text);
            if (read != null && !read.isObject()) {
                throw Refusal.invalid(
                        "fields", "FORMAT", "第 " + place + " 步的字段应是一个 JSON 对象，例如 {\"decision\": \"DENY\"}。");
            }
            return (ObjectNode) read;
        } catch (JsonProcessingException unreadable) {
            throw Refusal.invalid("fields", "FORMAT", "第 " + place + " 步的字段不是有效的 JSON，例如 {\"decision\": \"DENY\"}。");
        }
    }

    /** The address of the first so many events. */
    String query(int events) {
        StringBuilder query = new StringBuilder();
        for (String name : List.of("item", "start", "applicant", "scenario")) {
            if (given(name) != null) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(encode(given(name)));
            }
        }
        lines().stream().limit(events).forEach(line -> query.append("&e=").append(encode(line)));
        return query.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
