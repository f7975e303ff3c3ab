package org.yiwang.workflow.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * 办件编号: region (6) + platform date (8) + serial (6) + check digit (ISO 7064 MOD 11,10), 21 digits. Given once,
 * never used again; gaps are normal.
 */
public record CaseNo(String value) {

    public CaseNo {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    /** Makes the number for a serial taken from the sequence; serials beyond six digits wrap. */
    public static CaseNo of(String region6, LocalDate date, long serial) {
        String body =
                region6 + date.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%06d", serial % 1_000_000);
        return new CaseNo(body + checkDigit(body));
    }

    /** Reads what a person typed: spaces and hyphens do not matter. Empty when it cannot be a case number. */
    public static Optional<CaseNo> parse(String typed) {
        String digits = typed == null ? "" : typed.replaceAll("[\\s-]", "");
        return wellFormed(digits) ? Optional.of(new CaseNo(digits)) : Optional.empty();
    }

    private static boolean wellFormed(String value) {
        return value != null
                && value.matches("\\d{21}")
                && checkDigit(value.substring(0, 20)) == value.charAt(20) - '0';
    }

    /** ISO 7064 MOD 11,10. */
    static int checkDigit(String digits) {
        int p = 10;
        for (int i = 0; i < digits.length(); i++) {
            p = (p + digits.charAt(i) - '0') % 10;
            p = (p == 0 ? 10 : p) * 2 % 11;
        }
        return (11 - p) % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
