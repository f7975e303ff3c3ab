package org.yiwang.workflow.notification.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 通知文本: the texts stand in {@code notices.json}, not in code. {@code {name}} is replaced by what was told; a part in
 * {@code [brackets]} is left out when it names something that was not.
 */
@ApplicationScoped
public class NoticeTexts {

    private static final Logger LOG = Logger.getLogger(NoticeTexts.class.getName());
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final String ANY = "any";

    private final JsonNode texts = read();

    /** 标题和正文. */
    public record Text(String title, String body) {}

    private static JsonNode read() {
        try (InputStream in = NoticeTexts.class.getResourceAsStream("/notices.json")) {
            return new ObjectMapper().readTree(in).path("topics");
        } catch (IOException e) {
            throw new IllegalStateException("notices.json does not read", e);
        }
    }

    /** The topics there are. */
    public Set<String> topics() {
        Set<String> names = new TreeSet<>();
        texts.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Writes a text; for a topic it does not know one that is true of every case, so that somebody is told anyway. */
    public Text write(String topic, String caseNo, String itemName, JsonNode params) {
        JsonNode text = texts.path(topic);
        if (text.isMissingNode()) {
            LOG.log(Level.WARNING, "No notice text for topic {0}", topic);
            text = texts.path(ANY);
        }
        Map<String, String> values = values(params);
        values.put("caseNo", caseNo);
        values.put("item", itemName);
        return new Text(
                fill(text.path("title").asText(), values),
                fill(text.path("text").asText(), values));
    }

    private static Map<String, String> values(JsonNode params) {
        Map<String, String> values = new HashMap<>();
        if (params != null) {
            params.fields().forEachRemaining(field -> {
                String value = field.getValue().asText("");
                if (!value.isBlank() && !value.equals("null")) {
                    values.put(field.getKey(), spoken(value));
                }
            });
            if (params.path("cents").isIntegralNumber()) {
                values.put(
                        "yuan",
                        BigDecimal.valueOf(params.path("cents").longValue(), 2).toPlainString());
            }
        }
        return values;
    }

    private static String spoken(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        } catch (DateTimeParseException noDate) {
            return value;
        }
    }

    private static String fill(String template, Map<String, String> values) {
        String chosen = OPTIONAL.matcher(template).replaceAll(part -> {
            boolean whole = NAME.matcher(part.group(1)).results().allMatch(name -> values.containsKey(name.group(1)));
            return whole ? Matcher.quoteReplacement(part.group(1)) : "";
        });
        return NAME.matcher(chosen)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), "")));
    }
}
