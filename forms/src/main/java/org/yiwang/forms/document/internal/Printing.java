package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * 打印任务: everything a document is laid out from; the same task gives the same pages.
 *
 * @param data with organisation, item and date in it
 * @param number 文号 or licence number; empty for a draft
 * @param code verification code
 * @param verifyUrl what the QR code says
 * @param at platform time, written into the file's properties
 * @param draft marks it 样张: no seal, no QR code
 */
record Printing(
        Template template, ObjectNode data, String number, String code, String verifyUrl, Instant at, boolean draft) {

    /** The code in groups of four, as printed. */
    String groupedCode() {
        return String.join(" ", code.split("(?<=\\G.{4})"));
    }
}
