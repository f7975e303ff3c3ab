package org.yiwang.forms.catalogue.internal;

import org.yiwang.forms.identity.InvalidValue;

/**
 * 银行卡号和账号. A card number has 12 to 19 digits, the last of which checks the others (ISO/IEC 7812-1, Luhn). An account
 * number may be that of a passbook or a company too, which every bank makes in its own way: only what begins like a
 * UnionPay card is held to the check digit.
 */
final class BankNumber {

    private BankNumber() {}

    static void card(String number) {
        if (!number.matches("[0-9]{12,19}")) {
            throw new InvalidValue("BANK_CARD_FORMAT", "银行卡号应为12至19位数字，请对照卡面核对。");
        }
        needCheckDigit(number);
    }

    static void account(String number) {
        if (!number.matches("[0-9]{10,30}")) {
            throw new InvalidValue("BANK_ACCOUNT_FORMAT", "银行账号应为10至30位数字，请对照卡面或者账户资料核对。");
        }
        if (number.matches("62[0-9]{14,17}")) {
            needCheckDigit(number);
        }
    }

    private static void needCheckDigit(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        if (sum % 10 != 0) {
            throw new InvalidValue("BANK_CARD_CHECK", "银行卡号的校验位不对，多半是有一位输错了，请对照卡面逐位核对。");
        }
    }
}
