package org.yiwang.forms.material.spi;

import java.time.LocalDate;
import java.util.List;

/**
 * 查到的证照或数据: what is shown to the person for checking, personal numbers masked.
 *
 * @param title what was found, such as 居民身份证
 * @param source who keeps it
 * @param reference number of the licence or of the answer; empty where there is none
 * @param validUntil last day; null where it does not end
 */
public record PaperFound(String title, String source, String reference, LocalDate validUntil, List<Line> lines) {

    public PaperFound {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** 一项数据. */
    public record Line(String label, String value) {}

    /** Without what was found: this may end up in a log. */
    @Override
    public String toString() {
        return "paper found";
    }
}
