package org.yiwang.forms.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * 自测剧本: one case of {@code tests/*.json} of a package.
 *
 * @param key name of its file without the ending
 * @param today the day it was written for
 * @param events what happens after the submission, as a simulation takes them; an empty list where none are written
 * @param expect what has to come out
 */
public record PackageScenario(
        String key, String name, LocalDate today, ObjectNode answers, JsonNode events, JsonNode expect) {

    /** A date in an answer, as programs or as people write it. */
    private static final Pattern DAY = Pattern.compile("\\b(\\d{4})[-年](\\d{1,2})[-月](\\d{1,2})(?:日|\\b)");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Do its answers pass the form? Then a case can be opened with them. */
    public boolean fit() {
        return expect.path("problems").isEmpty() && expect.path("ineligible").isEmpty();
    }

    /** The answers with every date as far from {@code start} as it was from the day of the scenario. */
    public ObjectNode answers(LocalDate start) {
        long days = ChronoUnit.DAYS.between(today, start);
        String moved = DAY.matcher(answers.toString()).replaceAll(day -> LocalDate.of(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)))
                .plusDays(days)
                .toString());
        try {
            return (ObjectNode) JSON.readTree(moved);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }
}
