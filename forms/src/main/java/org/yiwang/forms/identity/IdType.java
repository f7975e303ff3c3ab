package org.yiwang.forms.identity;

/** 证件类型: by what number a party is known. */
public enum IdType {
    /** 居民身份证. */
    ID_CARD("居民身份证"),
    /** 港澳台居民居住证: numbers of the same form as the identity card. */
    RESIDENCE_HMT("港澳台居民居住证"),
    /** 港澳居民来往内地通行证. */
    HM_PASS("港澳居民来往内地通行证"),
    /** 台湾居民来往大陆通行证. */
    TW_PASS("台湾居民来往大陆通行证"),
    PASSPORT("护照"),
    /** 外国人永久居留身份证. */
    FPR("外国人永久居留身份证"),
    /** 军官证、士兵证. */
    MILITARY("军人身份证件"),
    /** 户口簿 (a child without a card). */
    HOUSEHOLD("户口簿"),
    /** 出生医学证明. */
    BIRTH_CERT("出生医学证明"),
    /** 统一社会信用代码. */
    CREDIT_CODE("统一社会信用代码");

    private final String label;

    IdType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The number in its one true form; two ways of typing it are the same party. */
    public String normalise(String typed) {
        return switch (this) {
            case ID_CARD, RESIDENCE_HMT, HOUSEHOLD -> IdNumber.parse(typed).value();
            case CREDIT_CODE -> CreditCode.parse(typed).value();
            default -> other(Typed.clean(typed));
        };
    }

    private String other(String clean) {
        if (!clean.matches("[A-Z0-9]{5,20}")) {
            throw new InvalidValue("ID_DOCUMENT_FORMAT", label + "号码应为5至20位字母和数字，请对照证件核对。");
        }
        return clean;
    }

    /** 前6后4 where the number is long enough, otherwise only the last two. */
    public static String mask(String number) {
        return number.length() == 18
                ? number.substring(0, 6) + "********" + number.substring(14)
                : "*".repeat(Math.max(0, number.length() - 2)) + number.substring(Math.max(0, number.length() - 2));
    }
}
