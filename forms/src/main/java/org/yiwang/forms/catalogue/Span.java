package org.yiwang.forms.catalogue;

/** 时长: a number of working days, calendar days, months…; IMMEDIATE counts 0. */
public record Span(int value, LimitUnit unit) {

    public Span {
        if (value < 0) {
            throw new IllegalArgumentException("a span is not negative: " + value);
        }
    }

    /** For people: {@code 8个工作日}, {@code 8 working days}. */
    public String text(Language language) {
        if (unit == LimitUnit.IMMEDIATE) {
            return unit.label().in(language);
        }
        return language == Language.EN
                ? value + " "
                        + (value == 1
                                ? unit.label().en().replaceFirst("s$", "")
                                : unit.label().en())
                : value + unit.label().zh();
    }
}
