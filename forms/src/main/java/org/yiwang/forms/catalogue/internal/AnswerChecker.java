package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.form.Rule;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.identity.CreditCode;
import org.yiwang.forms.identity.IdNumber;
import org.yiwang.forms.identity.InvalidValue;
import org.yiwang.forms.identity.Phone;
import org.yiwang.forms.platform.Problem;

/** 校验: what is wrong with normalised answers, each with its place, a code and a sentence that shows the way out. */
public final class AnswerChecker {

    private final FormDefinition form;
    private final JsonNode answers;
    private final LocalDate today;
    private final Wording say;
    private final List<Problem> problems = new ArrayList<>();

    public AnswerChecker(FormDefinition form, JsonNode answers, LocalDate today, Language language) {
        this.form = form;
        this.answers = answers;
        this.today = today;
        this.say = new Wording(language);
    }

    public List<Problem> section(Section section) {
        for (Field field : section.fields()) {
            field(field, answers.path(field.key()), "answers." + field.key(), answers);
            form.rules().stream()
                    .filter(rule -> rule.owner().equals(field.key()) && field.shown(answers))
                    .forEach(rule -> rule(rule, field));
        }
        return List.copyOf(problems);
    }

    /** Said once what is wrong with a question itself is put right. */
    private void rule(Rule rule, Field field) {
        if (rule.each().isEmpty()) {
            broken(rule, field, "answers." + field.key(), answers);
            return;
        }
        Field column = field.fields().stream()
                .filter(one -> one.key().equals(rule.at()))
                .findFirst()
                .orElseThrow();
        JsonNode rows = answers.path(field.key());
        for (int i = 0; i < Math.min(rows.size(), field.maxRows()); i++) {
            say.inRow(field, i);
            broken(
                    rule,
                    column,
                    "answers." + field.key() + "[" + i + "]." + rule.at(),
                    rowContext(field, rows.get(i), answers));
            say.outOfRow();
        }
    }

    private void broken(Rule rule, Field field, String path, JsonNode context) {
        boolean wrongAlready =
                problems.stream().anyMatch(problem -> problem.path().startsWith(path));
        if (!wrongAlready && rule.broken(context)) {
            problem(path, "RULE", say.rule(field, rule));
        }
    }

    private void field(Field field, JsonNode answer, String path, JsonNode context) {
        if (!field.shown(context)) {
            return;
        }
        if (Comparison.empty(answer)) {
            if (field.needed(context)) {
                problem(path, "REQUIRED", say.required(field));
            }
            return;
        }
        switch (field.type()) {
            case TEXT, LONG_TEXT -> text(field, answer, path);
            case NUMBER -> number(field, answer, path, context);
            case DATE -> date(field, answer, path, context);
            case CHOICE -> option(field, answer, path, context);
            case MULTI_CHOICE -> answer.forEach(element -> option(field, element, path, context));
            case YES_NO -> yesNo(field, answer, path);
            case ID_NUMBER -> idNumber(field, answer, path, context);
            case CREDIT_CODE -> value(field, path, () -> new CreditCode(answer.asText()));
            case PHONE -> value(field, path, () -> new Phone(answer.asText()));
            case ADDRESS -> address(field, answer, path);
            case ROWS -> rows(field, answer, path, context);
            case BANK_CARD -> value(field, path, () -> BankNumber.card(answer.asText()));
            case BANK_ACCOUNT -> value(field, path, () -> BankNumber.account(answer.asText()));
            case MONEY -> money(field, answer, path, context);
            case DATE_RANGE -> dateRange(field, answer, path, context);
            case COMPUTED -> computed(field, answer, path, context);
            case DECLARATION -> declaration(field, answer, path);
            case SIGNATURE -> signature(field, answer, path);
            case FILE -> {
                return;
            }
        }
    }

    private void text(Field field, JsonNode answer, String path) {
        if (answer.isContainerNode()) {
            problem(path, "BAD_FORMAT", say.notAText(field));
            return;
        }
        String text = answer.asText();
        int length = text.codePointCount(0, text.length());
        if (length > field.maxLength()) {
            problem(path, "TOO_LONG", say.tooLong(field, length));
        } else if (field.pattern().map(p -> !p.matcher(text).matches()).orElse(false)) {
            problem(path, "BAD_FORMAT", say.badFormat(field));
        }
    }

    private void number(Field field, JsonNode answer, String path, JsonNode context) {
        if (!answer.isNumber()) {
            problem(path, "NOT_A_NUMBER", say.notANumber(field));
            return;
        }
        BigDecimal number = answer.decimalValue();
        Optional<BigDecimal> min = field.min().flatMap(bound -> Bound.asNumber(bound, context));
        Optional<BigDecimal> max = field.max().flatMap(bound -> Bound.asNumber(bound, context));
        if (min.isPresent() && number.compareTo(min.get()) < 0) {
            problem(path, "TOO_SMALL", say.tooSmall(field, min.get()));
        } else if (max.isPresent() && number.compareTo(max.get()) > 0) {
            problem(path, "TOO_LARGE", say.tooLarge(field, max.get()));
        } else if (number.scale() > 4) {
            problem(path, "TOO_PRECISE", say.tooPrecise(field));
        }
    }

    private void money(Field field, JsonNode answer, String path, JsonNode context) {
        boolean negative = answer.isNumber()
                && answer.decimalValue().signum() < 0
                && field.min().isEmpty();
        if (!answer.isNumber()) {
            problem(path, "NOT_MONEY", say.notMoney(field));
        } else if (negative) {
            problem(path, "TOO_SMALL", say.tooSmall(field, BigDecimal.ZERO));
        } else if (answer.decimalValue().scale() > 2) {
            problem(path, "TOO_PRECISE", say.notCents(field));
        } else {
            number(field, answer, path, context);
        }
    }

    private void computed(Field field, JsonNode answer, String path, JsonNode context) {
        if (answer.isNumber()) {
            number(field, answer, path, context);
        }
    }

    private void dateRange(Field field, JsonNode answer, String path, JsonNode context) {
        LocalDate from = end(field, answer, "from", path, context);
        boolean open = field.span().openEnd() && !answer.has("to");
        LocalDate to = open ? null : end(field, answer, "to", path, context);
        if (from == null || to == null) {
            return;
        }
        if (to.isBefore(from)) {
            problem(path + ".to", "TO_BEFORE_FROM", say.endsBeforeItBegins(field));
            return;
        }
        field.span()
                .shortest()
                .filter(length -> to.isBefore(last(from, length)))
                .ifPresent(length -> problem(path + ".to", "TOO_SHORT", say.tooShort(field, length)));
        field.span()
                .longest()
                .filter(length -> to.isAfter(last(from, length)))
                .ifPresent(length -> problem(path + ".to", "TOO_LONG", say.tooLongATime(field, length)));
    }

    /** The last day of a time of this length, both ends counted: a year from 1 March ends on the last of February. */
    private static LocalDate last(LocalDate from, String length) {
        return from.plus(Bound.period(length).orElseThrow()).minusDays(1);
    }

    private LocalDate end(Field field, JsonNode answer, String part, String path, JsonNode context) {
        String typed = answer.path(part).asText("");
        LocalDate day = Bound.day(typed);
        if (typed.isEmpty()) {
            problem(path + "." + part, "REQUIRED", say.endRequired(field, part));
        } else if (day == null) {
            problem(path + "." + part, "NOT_A_DATE", say.endNotADate(field, part));
        } else {
            range(field, day, path + "." + part, context);
        }
        return day;
    }

    private void declaration(Field field, JsonNode answer, String path) {
        if (!answer.asText().equals(Declarations.digest(field))) {
            problem(path, "DECLARATION_CHANGED", say.declarationChanged(field));
        }
    }

    private void signature(Field field, JsonNode answer, String path) {
        if (answer.path("name").asText("").isEmpty()) {
            problem(path + ".name", "REQUIRED", say.required(field));
            return;
        }
        Signing.wrong(answer, Signing.digest(form.sections(), answers))
                .ifPresent(code -> problem(path + ".name", code, say.signature(field, code)));
    }

    private void date(Field field, JsonNode answer, String path, JsonNode context) {
        LocalDate day = Bound.day(answer.asText());
        if (day == null) {
            problem(path, "NOT_A_DATE", say.notADate(field));
            return;
        }
        range(field, day, path, context);
    }

    private void range(Field field, LocalDate day, String path, JsonNode context) {
        Optional<LocalDate> min = field.min().flatMap(bound -> Bound.asDate(bound, context, today));
        Optional<LocalDate> max = field.max().flatMap(bound -> Bound.asDate(bound, context, today));
        if (min.isPresent() && day.isBefore(min.get())) {
            problem(path, "TOO_EARLY", say.tooEarly(field, min.get()));
        } else if (max.isPresent() && day.isAfter(max.get())) {
            problem(path, "TOO_LATE", say.tooLate(field, max.get()));
        }
    }

    private void option(Field field, JsonNode answer, String path, JsonNode context) {
        Optional<Field.Option> option = field.option(answer.asText());
        if (option.isEmpty()) {
            problem(path, "NOT_AN_OPTION", say.notAnOption(field));
        } else if (!option.get().offered(context)) {
            problem(path, "NOT_OFFERED", say.notOffered(field, option.get()));
        }
    }

    private void yesNo(Field field, JsonNode answer, String path) {
        if (!answer.isBoolean()) {
            problem(path, "NOT_AN_OPTION", say.yesOrNo(field));
        }
    }

    private void idNumber(Field field, JsonNode answer, String path, JsonNode context) {
        value(field, path, () -> {
            IdNumber number = IdNumber.parse(answer.asText(), today);
            range(field, number.birthDate(), path, context);
        });
    }

    private void value(Field field, String path, Runnable read) {
        try {
            read.run();
        } catch (InvalidValue wrong) {
            problem(path, wrong.code(), say.invalid(field, wrong));
        }
    }

    private void address(Field field, JsonNode answer, String path) {
        String division = answer.path("division").asText("");
        String detail = answer.path("detail").asText("");
        if (division.isEmpty()) {
            problem(path + ".division", "REQUIRED", say.divisionRequired(field));
        } else if (field.option(division).isEmpty()) {
            problem(path + ".division", "NOT_AN_OPTION", say.notAnOption(field));
        }
        if (detail.isEmpty()) {
            problem(path + ".detail", "REQUIRED", say.detailRequired(field));
        } else if (detail.codePointCount(0, detail.length()) > field.maxLength()) {
            problem(path + ".detail", "TOO_LONG", say.tooLong(field, detail.length()));
        }
    }

    private void rows(Field field, JsonNode answer, String path, JsonNode around) {
        if (!answer.isArray()) {
            problem(path, "NOT_A_LIST", say.required(field));
            return;
        }
        if (answer.size() < field.minRows()) {
            problem(path, "TOO_FEW_ROWS", say.tooFewRows(field));
        } else if (answer.size() > field.maxRows()) {
            problem(path, "TOO_MANY_ROWS", say.tooManyRows(field));
        }
        for (int i = 0; i < Math.min(answer.size(), field.maxRows()); i++) {
            JsonNode row = answer.get(i);
            JsonNode context = rowContext(field, row, around);
            say.inRow(field, i);
            for (Field column : field.fields()) {
                field(column, row.path(column.key()), path + "[" + i + "]." + column.key(), context);
            }
            say.outOfRow();
        }
    }

    /** A column unanswered in this row must not be answered by a field of the form that has the same key. */
    private static JsonNode rowContext(Field field, JsonNode row, JsonNode around) {
        var context = AnswerNormaliser.overlay(around, row);
        field.fields().stream().map(Field::key).filter(key -> !row.has(key)).forEach(context::remove);
        return context;
    }

    private void problem(String path, String code, String message) {
        problems.add(new Problem(path, code, message));
    }
}
