package org.yiwang.forms.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;

/**
 * 公民身份号码 (GB 11643): region, birthday, order and a check digit after ISO 7064 MOD 11-2. The same form serves
 * residence permits for people from Hong Kong, Macao and Taiwan and the permanent residence card.
 */
public record IdNumber(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public IdNumber {
        if (value.length() != 18
                || !Typed.digits(value.substring(0, 17))
                || "0123456789X".indexOf(value.charAt(17)) < 0) {
            throw new InvalidValue("ID_NUMBER_FORMAT", "身份号码应为18位，前17位是数字，最后一位是数字或X，请对照证件核对。");
        }
        if (value.charAt(17) != checkDigit(value)) {
            throw new InvalidValue("ID_NUMBER_CHECK", "身份号码的校验位不对，多半是有一位输错了，请对照证件逐位核对。");
        }
        birthDate(value);
    }

    /** Reads what somebody typed; full width, blanks and a small x are put right. */
    public static IdNumber parse(String typed) {
        return new IdNumber(Typed.clean(typed));
    }

    /** As {@link #parse(String)}, and nobody is born after today. */
    public static IdNumber parse(String typed, LocalDate today) {
        IdNumber number = parse(typed);
        if (number.birthDate().isAfter(today)) {
            throw new InvalidValue("ID_NUMBER_BIRTH_DATE", "身份号码里的出生日期晚于今天，请对照证件核对。");
        }
        return number;
    }

    /** The number that begins with these seventeen digits. */
    static IdNumber complete(String seventeen) {
        return new IdNumber(seventeen + checkDigit(seventeen));
    }

    private static char checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (value.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static LocalDate birthDate(String value) {
        try {
            return LocalDate.of(
                    Integer.parseInt(value.substring(6, 10)),
                    Integer.parseInt(value.substring(10, 12)),
                    Integer.parseInt(value.substring(12, 14)));
        } catch (DateTimeException notADay) {
            throw new InvalidValue("ID_NUMBER_BIRTH_DATE", "身份号码第7至14位应是出生日期，但没有这一天，请对照证件核对。");
        }
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    /** Full years on a day; born on 29 February one comes of age on 1 March of a common year. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate(), day).getYears();
    }

    public boolean male() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    /** 前6后4. */
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    /** Masked: a number printed by accident tells nothing. */
    @Override
    public String toString() {
        return masked();
    }
}
