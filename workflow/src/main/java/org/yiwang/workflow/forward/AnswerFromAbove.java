package org.yiwang.workflow.forward;

import java.time.LocalDate;

/**
 * 上级答复: what the higher authority says to a report, as the exchange brings it.
 *
 * @param caseNo our number
 * @param reference of the report that is answered
 * @param documentNo number of its own document; needed for GRANTED and DENIED
 * @param decidedOn the day it decided on; needed for GRANTED and DENIED
 * @param text the reason or the explanation; always needed
 * @param document its document; needed for GRANTED and DENIED
 */
public record AnswerFromAbove(
        String caseNo,
        String reference,
        Kind answer,
        String documentNo,
        LocalDate decidedOn,
        String text,
        Attachment document) {

    /** 答复种类. */
    public enum Kind {
        /** 批复准予: we issue. */
        GRANTED,
        /** 批复不予: we tell him so. */
        DENIED,
        /** 退回: the first examination goes on. */
        RETURNED,
        /** 转报办结: the higher authority has settled and served it itself. */
        COMPLETED;

        /** Did it decide and leave the rest to us? */
        boolean decides() {
            return this == GRANTED || this == DENIED;
        }
    }

    /**
     * 附件.
     *
     * @param base64 the bytes of a PDF or a picture
     */
    public record Attachment(String name, String base64) {}

    /** Without the words: this may end up in a log. */
    @Override
    public String toString() {
        return answer + " to " + reference;
    }
}
