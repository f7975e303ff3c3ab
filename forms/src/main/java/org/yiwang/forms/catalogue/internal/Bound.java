package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 取值界限: a min or max as it stands in a form, made a number or a date for the answers and the day at hand. */
public final class Bound {

    private static final Pattern RELATIVE = Pattern.compile("today(?:([+-]\\d{1,4})([dwmy]))?");
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,4})([dwmy])");
    private static final Pattern FIELD = Pattern.compile("@([A-Za-z][A-Za-z0-9_.]*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private Bound() {}

    /** The field a bound points at, where it does. */
    static Optional<String> field(String bound) {
        Matcher matcher = FIELD.matcher(bound);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether it is a day counted from today. */
    static boolean relative(String bound) {
        return RELATIVE.matcher(bound).matches();
    }

    static boolean number(String bound) {
        return NUMBER.matcher(bound).matches() || FIELD.matcher(bound).matches();
    }

    static boolean date(String bound) {
        return RELATIVE.matcher(bound).matches() || FIELD.matcher(bound).matches() || day(bound) != null;
    }

    static Optional<BigDecimal> asNumber(String bound, JsonNode answers) {
        return field(bound)
                .map(name -> Optional.ofNullable(Comparison.number(Comparison.answer(answers, name))))
                .orElseGet(() -> Optional.of(new BigDecimal(bound)));
    }

    static Optional<LocalDate> asDate(String bound, JsonNode answers, LocalDate today) {
        Optional<String> other = field(bound);
        if (other.isPresent()) {
            return Optional.ofNullable(
                    day(Comparison.answer(answers, other.get()).asText()));
        }
        Matcher relative = RELATIVE.matcher(bound);
        if (!relative.matches()) {
            return Optional.ofNullable(day(bound));
        }
        return Optional.of(relative.group(1) == null ? today : today.plus(period(relative)));
    }

    /** A length of time written {@code 30d}, {@code 2w}, {@code 6m} or {@code 1y}. */
    static Optional<Period> period(String text) {
        Matcher matcher = PERIOD.matcher(text);
        return matcher.matches() ? Optional.of(period(matcher)) : Optional.empty();
    }

    private static Period period(Matcher relative) {
        int number = Integer.parseInt(relative.group(1));
        return switch (relative.group(2)) {
            case "d" -> Period.ofDays(number);
            case "w" -> Period.ofWeeks(number);
            case "m" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }

    /** A day written {@code yyyy-MM-dd}, or null. */
    public static LocalDate day(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
