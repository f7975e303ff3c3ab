package org.yiwang.forms.catalogue.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.Rule;
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
            "BANK_CARD_FORMAT", "has 12 to 19 digits. Check it against the card.",
            "BANK_ACCOUNT_FORMAT", "has 10 to 30 digits. Check it against the card or the account papers.",
            "BANK_CARD_CHECK", "does not add up, so one digit is probably mistyped. Check it against the card.",
            "PHONE_FORMAT", "is an 11-digit mobile number or a landline with its area code.");

    private final Language language;
    private final Deque<String> rows = new ArrayDeque<>();

    Wording(Language language) {
        this.language = language;
    }

    /** From now on questions are named with the row they stand in. */
    void inRow(Field field, int index) {
        rows.addLast(
                english()
                        ? field.label().in(language) + " " + (index + 1) + ", "
                        : field.label().zh() + "第" + (index + 1) + "项的");
    }

    void outOfRow() {
        rows.removeLast();
    }

    String required(Field field) {
        boolean pick = field.type().choice() || field.type() == FieldType.YES_NO;
        if (field.type() == FieldType.DECLARATION) {
            return pick("请阅读" + name(field) + "并勾选确认。", "Read " + name(field) + " and tick it to confirm.");
        }
        if (field.type() == FieldType.SIGNATURE) {
            return pick("请在" + name(field) + "输入姓名并勾选确认。", "Type your name under " + name(field) + " and confirm it.");
        }
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

    String notOffered(Field field, Field.Option option) {
        return pick(
                "按您前面的回答，" + name(field) + "不能选“" + option.label().zh() + "”，请重新选择。",
                "With your other answers “" + option.label().in(language) + "” cannot be chosen for " + name(field)
                        + ". Choose another.");
    }

    String notAText(Field field) {
        return pick(name(field) + "应填文字。", name(field) + " must be a text.");
    }

    String notMoney(Field field) {
        return pick(
                name(field) + "应填金额，如 1234.50 或 1,234.50，单位元。",
                name(field) + " must be an amount in yuan such as 1234.50 or 1,234.50.");
    }

    String notCents(Field field) {
        return pick(name(field) + "精确到分，最多保留2位小数，请核对。", name(field) + " takes at most 2 decimal places.");
    }

    String endRequired(Field field, String part) {
        return pick(
                "请填写" + name(field) + "的" + end(part) + "日期。",
                "Fill in the " + end(part) + " date of " + name(field) + ".");
    }

    String endNotADate(Field field, String part) {
        return pick(
                name(field) + "的" + end(part) + "日期应是真实的日期，如 2026-01-05，请核对。",
                "The " + end(part) + " date of " + name(field) + " must be a real date such as 2026-01-05.");
    }

    private String end(String part) {
        return part.equals("from") ? pick("开始", "first") : pick("结束", "last");
    }

    String endsBeforeItBegins(Field field) {
        return pick(
                name(field) + "的结束日期早于开始日期，请核对。",
                "The last date of " + name(field) + " is before the first. Check both.");
    }

    String tooShort(Field field, String length) {
        return range(
                field,
                name(field) + "至少" + length(length) + "，请核对。",
                name(field) + " must be at least " + length(length) + ".");
    }

    String tooLongATime(Field field, String length) {
        return range(
                field,
                name(field) + "最长" + length(length) + "，请核对。",
                name(field) + " must be at most " + length(length) + ".");
    }

    private String length(String length) {
        String number = length.substring(0, length.length() - 1);
        return switch (length.charAt(length.length() - 1)) {
            case 'd' -> number + pick("天", " days");
            case 'w' -> number + pick("周", " weeks");
            case 'm' -> number + pick("个月", " months");
            default -> number + pick("年", " years");
        };
    }

    String declarationChanged(Field field) {
        return pick(
                name(field) + "的内容已经更新，请重新阅读并勾选确认。",
                "The words of " + name(field) + " have changed. Read and tick it again.");
    }

    String signature(Field field, String code) {
        if (code.equals("SIGNATURE_STALE")) {
            return pick(
                    name(field) + "之后填写的内容有修改，请核对后重新签名。",
                    "Answers changed after " + name(field) + ". Check them and sign again.");
        }
        return pick(
                name(field) + "还没有生效：请输入与登录身份一致的姓名，并勾选确认。",
                name(field) + " is not confirmed: type the name you are signed in under and tick the box.");
    }

    String rule(Field field, Rule rule) {
        return name(field) + (english() ? ": " : "：") + rule.message().in(language) + pick("。", ".");
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
        String row = String.join("", rows);
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
