package org.yiwang.forms.identity;

/** 电话: a mobile number of the mainland, or a landline with its area code. */
public record Phone(String value) {

    public Phone {
        if (!value.matches("1[3-9][0-9]{9}") && !value.matches("0[1-9][0-9]{1,2}[2-9][0-9]{6,7}")) {
            throw new InvalidValue("PHONE_FORMAT", "电话应为11位手机号，或带区号的座机号（如 0999-8123456），请核对。");
        }
    }

    /** Reads what somebody typed; full width, blanks, dashes, brackets and +86 are put right. */
    public static Phone parse(String typed) {
        String clean = Typed.clean(typed).replaceAll("[()]", "");
        return new Phone(clean.replaceFirst("^(\\+86|0086|86(?=1[3-9][0-9]{9}$))", ""));
    }

    public boolean mobile() {
        return value.charAt(0) == '1';
    }

    /** 138****3210. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
