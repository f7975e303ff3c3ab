package org.yiwang.forms.identity;

/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters without I, O, Z, S and V, the last a check character (MOD 31). Prefixes
 * are reference data and refuse nobody.
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public CreditCode {
        if (value.length() != 18 || value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new InvalidValue("CREDIT_CODE_FORMAT", "统一社会信用代码应为18位数字和大写字母（不含I、O、Z、S、V），请对照营业执照核对。");
        }
        if (value.charAt(17) != check(value)) {
            throw new InvalidValue("CREDIT_CODE_CHECK", "统一社会信用代码的校验位不对，多半是有一位输错了，请对照营业执照逐位核对。");
        }
    }

    /** Reads what somebody typed; full width, blanks, dashes and small letters are put right. */
    public static CreditCode parse(String typed) {
        return new CreditCode(Typed.clean(typed));
    }

    /**
     * 赋码: the code of the organisation with that serial number, whose body is {@code MA} and six digits (GB 11714).
     *
     * @param prefix registering authority, kind and division, 8 characters
     */
    public static CreditCode assign(String prefix, long serial) {
        String body = String.format("MA%06d", serial);
        String code = prefix + body + bodyCheck(body);
        return new CreditCode(code + check(code + "0"));
    }

    private static char bodyCheck(String body) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Character.getNumericValue(body.charAt(i)) * weights[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static char check(String value) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** 前6后4. An organisation's code is public; a list still shows no more than it needs. */
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }
}
