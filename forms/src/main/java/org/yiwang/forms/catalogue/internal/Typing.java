package org.yiwang.forms.catalogue.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.forms.identity.CreditCode;
import org.yiwang.forms.identity.InvalidValue;
import org.yiwang.forms.identity.Phone;

/** 录入习惯: how people type texts, numbers and dates, and the one way we keep them. */
final class Typing {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[-/.年])(\\d{1,2})(?:[-/.月])(\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");

    private Typing() {}

    /** One line: blanks at the ends and doubled blanks go, control characters too. */
    static String line(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ")
                .replace("\u200b", "")
                .replaceAll("[ \u00a0\u3000]+", " ")
                .strip();
    }

    /** Several lines; only line feeds stay of the control characters. */
    static String paragraph(String typed) {
        return typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .strip();
    }

    /** Full-width characters as their ASCII counterparts, blanks gone. */
    static String halfWidth(String typed) {
        StringBuilder out = new StringBuilder();
        typed.codePoints()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    static String decimal(String typed) {
        String plain = halfWidth(typed);
        return plain.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? plain.replace(",", "") : plain;
    }

    /** An amount without what stands around it; 万 and 亿 make it as many times larger. */
    static String money(String typed) {
        String plain = halfWidth(typed).replaceAll("(?i)^(人民币|rmb|cny|[¥￥])+|(元整|元|圆|yuan|rmb|cny)$", "");
        int zeros = plain.endsWith("万") ? 4 : plain.endsWith("亿") ? 8 : 0;
        if (zeros == 0) {
            return decimal(plain);
        }
        String number = decimal(plain.substring(0, plain.length() - 1));
        return number.matches("-?\\d{1,9}(\\.\\d{1,9})?")
                ? new BigDecimal(number).scaleByPowerOfTen(zeros).toPlainString()
                : plain;
    }

    /** The number of a card or an account: digits without the blanks and dashes it is printed with. */
    static String account(String typed) {
        return halfWidth(typed).replaceAll("[\\p{Pd}\\p{Cf}]", "");
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** {@code 2026/1/5}, {@code 2026年1月5日}, {@code 20260105} as {@code 2026-01-05}; anything else as typed. */
    static String date(String typed) {
        String plain = halfWidth(typed);
        Matcher matcher = DATE.matcher(plain);
        if (!matcher.matches()) {
            return plain;
        }
        int group = matcher.group(1) == null ? 4 : 1;
        try {
            return LocalDate.of(
                            Integer.parseInt(matcher.group(group)),
                            Integer.parseInt(matcher.group(group + 1)),
                            Integer.parseInt(matcher.group(group + 2)))
                    .toString();
        } catch (DateTimeException noSuchDay) {
            return plain;
        }
    }

    /** An ID number or credit code: half width, upper case, no blanks or dashes; right or wrong is said later. */
    static String number(String typed) {
        try {
            return CreditCode.parse(typed).value();
        } catch (InvalidValue wrong) {
            return halfWidth(typed).replaceAll("[\\p{Pd}\\p{Cf}]", "").toUpperCase(java.util.Locale.ROOT);
        }
    }

    static String phone(String typed) {
        try {
            return Phone.parse(typed).value();
        } catch (InvalidValue wrong) {
            return halfWidth(typed);
        }
    }
}
