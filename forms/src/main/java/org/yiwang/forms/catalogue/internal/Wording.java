package org.yiwang.forms.catalogue.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.identity.InvalidValue;

/** 提示语: the sentences of checks; each names the question and says what to do. */
final class Wording {

    private static final Map<String, String> INVALID_IN_ENGLISH = Map.of(
            "ID_NUMBER_FORMAT", "has 18 characters: 17 digits and a last digit or X. Check it against your ID card.",
            "ID_NUMBER_CHECK", "does not add up, so one character is probably mistyped. Check it against your ID card.",
            "ID_NUMBER_BIRTH_DATE", "holds a birth date that is impossible. Check it against your ID card.",
            "CREDIT_CODE_FORMAT",
                    "has 18 digits and capital letters, never I, O, Z, S or V. Check it against the business licence.",
            "CREDIT_CODE_CHECK",
                    "does not add up, so one character is probably mistyped. Check it against the business licence.",
            "PHONE_FORMAT", "is an 11-digit mobile number or a landline with its area code.");

    private final Language language;
    private String row = "";

    Wording(Language language) {
        this.language = language;
    }

    /** From now on questions are named with the row they stand in. */
    void inRow(Field field, int index) {
        row = english()
                ? field.label().in(language) + " " + (index + 1) + ", "
                : field.label().zh() + "第" + (index + 1) + "项的";
    }

    void outOfRows() {
        row = "";
    }

    String required(Field field) {
        boolean pick =
                switch (field.type()) {
                    case CHOICE, MULTI_CHOICE, YES_NO -> true;
                    default -> false;
                };
        if (english()) {
            return (pick ? "Choose an answer for " : "Fill in ") + name(field) + ".";
        }
        return (pick ? "请选择" : "请填写") + name(field) + "。";
    }

    String tooLong(Field field, int length) {
        return pick(
                name(field) + "最多" + field.maxLength() + "个字，现在有" + length + "个字，请精简。",
                name(field) + " takes at most " + field.maxLength() + " characters; you have " + length
                        + ". Shorten it.");
    }

    String badFormat(Field field) {
        return field.patternMessage()
                .map(message -> name(field) + (english() ? ": " : "：") + message.in(language) + pick("。", "."))
                .orElseGet(() ->
                        pick(name(field) + "的格式不对，请按提示重新填写。", name(field) + " has the wrong form. See the hint."));
    }

    String notANumber(Field field) {
        return pick(name(field) + "应填数字，如 12 或 12.5，请去掉其他文字。", name(field) + " must be a number such as 12 or 12.5.");
    }

    String tooPrecise(Field field) {
        return pick(name(field) + "最多保留4位小数，请核对。", name(field) + " takes at most 4 decimal places.");
    }

    String tooSmall(Field field, BigDecimal min) {
        return range(
                field,
                name(field) + "不能小于" + min.toPlainString() + unit(field) + "，请核对。",
                name(field) + " must be at least " + min.toPlainString() + unit(field) + ".");
    }

    String tooLarge(Field field, BigDecimal max) {
        return range(
                field,
                name(field) + "不能大于" + max.toPlainString() + unit(field) + "，请核对。",
                name(field) + " must be at most " + max.toPlainString() + unit(field) + ".");
    }

    String notADate(Field field) {
        return pick(
                name(field) + "应填真实的日期，如 2026-01-05，请核对。", name(field) + " must be a real date such as 2026-01-05.");
    }

    String tooEarly(Field field, LocalDate min) {
        return range(
                field,
                name(field) + "不能早于" + day(min) + "，请核对。",
                name(field) + " must not be earlier than " + day(min) + ".");
    }

    String tooLate(Field field, LocalDate max) {
        return range(
                field,
                name(field) + "不能晚于" + day(max) + "，请核对。",
                name(field) + " must not be later than " + day(max) + ".");
    }

    String notAnOption(Field field) {
        return pick(name(field) + "的选项不存在，请重新选择。", "Choose one of the listed answers for " + name(field) + ".");
    }

    String yesOrNo(Field field) {
        return pick("请为" + name(field) + "选择“是”或“否”。", "Answer yes or no for " + name(field) + ".");
    }

    String invalid(Field field, InvalidValue wrong) {
        return english()
                ? name(field) + " " + INVALID_IN_ENGLISH.getOrDefault(wrong.code(), "is not valid. Check it.")
                : name(field) + "：" + wrong.getMessage();
    }

    String divisionRequired(Field field) {
        return pick("请选择" + name(field) + "所在的街道或镇。", "Choose the subdistrict or town of " + name(field) + ".");
    }

    String detailRequired(Field field) {
        return pick(
                "请填写" + name(field) + "的详细地址，如“湖滨路18号2幢301室”。",
                "Fill in street, number and room of " + name(field) + ".");
    }

    String tooFewRows(Field field) {
        return pick(
                name(field) + "至少填写" + field.minRows() + "项，请补充。",
                name(field) + " needs at least " + field.minRows() + " entries.");
    }

    String tooManyRows(Field field) {
        return pick(
                name(field) + "最多填写" + field.maxRows() + "项，请删减。",
                name(field) + " takes at most " + field.maxRows() + " entries.");
    }

    private String range(Field field, String zh, String en) {
        return field.rangeMessage()
                .map(message -> name(field) + (english() ? ": " : "：") + message.in(language) + pick("。", "."))
                .orElseGet(() -> pick(zh, en));
    }

    private String name(Field field) {
        LocalText label = field.label();
        return english() ? "“" + row + label.in(language) + "”" : row + "“" + label.zh() + "”";
    }

    private String unit(Field field) {
        return field.unit()
                .map(unit -> english() ? " " + unit.in(language) : unit.zh())
                .orElse("");
    }

    private String day(LocalDate day) {
        return AnswerDisplay.day(day, language);
    }

    private String pick(String zh, String en) {
        return english() ? en : zh;
    }

    private boolean english() {
        return language == Language.EN;
    }
}
