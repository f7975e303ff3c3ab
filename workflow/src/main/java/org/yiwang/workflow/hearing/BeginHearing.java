package org.yiwang.workflow.hearing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPause;
import org.yiwang.workflow.clock.SuspendKind;

/**
 * 决定举行听证: whoever asked for it, its time is not counted in the legal time, and the applicant is told so in writing
 * (行政许可法 §45, §47). One hearing at a time: who asks while one is to be held is heard in that one.
 */
public final class BeginHearing {

    /** Step of a hearing that the office itself holds; of one somebody else asked for it is the id of his record. */
    public static final String OFFICE = "OFFICE";

    /** 组织听证的期限 (行政许可法 §47, §82). */
    private static final Span TO_HOLD = new Span(20, LimitUnit.WORKDAY);

    private static final String LAW = "《中华人民共和国行政许可法》第四十五条、第四十七条";

    private BeginHearing() {}

    /**
     * Within another action.
     *
     * @param by empty for the applicant, {@link #OFFICE}, or the id of the record of whoever else asked
     * @param said what he wants to be heard on, if he said so
     * @param reason why it is held, as the applicant reads it; nobody else's name in it
     * @return the last day to hold it
     */
    public static LocalDate begin(OpenCase open, String by, ObjectNode said, String reason) {
        Optional<CaseRecord> running = open.openRecord(RecordKind.HEARING);
        if (running.isPresent()) {
            return running.get().dueOn();
        }
        CaseRecord hearing = open.note(RecordKind.HEARING, by, "ASKED", null, true, said);
        String ref = hearing.id().toString();
        open.clocks()
                .startSpecial(
                        ClockPause.begin(SuspendKind.SPECIAL, ref, LAW, open.now())
                                .approved(open.actor().key(), DocumentKind.SPECIAL_PROCEDURE_NOTICE.code()),
                        TO_HOLD);
        LocalDate holdBy = open.dueOn(ClockKind.SPECIAL, ref).orElseThrow();
        open.amendRecord(hearing, "ASKED", holdBy, said);
        ObjectNode data = OpenCase.body();
        data.putObject("specialProcedure")
                .put("name", "听证")
                .put("basis", LAW)
                .put("reason", reason)
                .put("duration", "20个工作日")
                .put("expectedOn", LetterDate.of(holdBy));
        open.letter(DocumentKind.SPECIAL_PROCEDURE_NOTICE, DocumentKind.SPECIAL_PROCEDURE_NOTICE.template(), data);
        return holdBy;
    }
}
