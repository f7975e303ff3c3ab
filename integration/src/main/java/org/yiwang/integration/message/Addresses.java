package org.yiwang.integration.message;

import java.util.regex.Pattern;

/** 地址检查: what every adapter refuses before it talks to anybody. Messages do not repeat the address: logs keep them. */
final class Addresses {

    private static final Pattern MAIL = Pattern.compile("[^@\\s<>,;]{1,64}@[A-Za-z0-9.-]{1,250}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{5,15}");

    private Addresses() {}

    static void mail(String address) {
        if (address == null || !MAIL.matcher(address).matches()) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    static void phone(String phone) {
        if (phone == null || !PHONE.matcher(phone).matches()) {
            throw new IllegalArgumentException("not a phone number");
        }
    }
}
