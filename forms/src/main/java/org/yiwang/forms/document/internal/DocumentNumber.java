package org.yiwang.forms.document.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.forms.identity.CreditCode;

/** 文号: writes a number as the template wants it: {@code 云东民受〔2026〕12号}, {@code JY29999010000123}. */
final class DocumentNumber {

    private static final Pattern PART = Pattern.compile("\\{(seq|year|check|credit)(?::(\\d+))?}");

    private DocumentNumber() {}

    /** May the sequence begin anew with the year? Only where the year is part of the number: else it would be given twice. */
    static boolean yearly(String pattern) {
        return pattern.contains("{year}");
    }

    static String write(String pattern, int year, long sequence) {
        Matcher part = PART.matcher(pattern);
        StringBuilder number = new StringBuilder();
        while (part.find()) {
            part.appendReplacement(number, "");
            number.append(
                    switch (part.group(1)) {
                        case "seq" ->
                            part.group(2) == null
                                    ? Long.toString(sequence)
                                    : String.format("%0" + part.group(2) + "d", sequence);
                        case "credit" ->
                            CreditCode.assign(number.toString(), sequence)
                                    .value()
                                    .substring(number.length());
                        case "year" -> Integer.toString(year);
                        default -> Character.toString(check(number));
                    });
        }
        return part.appendTail(number).toString();
    }

    /** ISO 7064 MOD 11,10 over the digits so far. */
    static char check(CharSequence before) {
        int product = 10;
        for (int i = 0; i < before.length(); i++) {
            char digit = before.charAt(i);
            if (digit >= '0' && digit <= '9') {
                int sum = (product + digit - '0') % 10;
                product = (sum == 0 ? 10 : sum) * 2 % 11;
            }
        }
        return (char) ('0' + (11 - product) % 10);
    }
}
