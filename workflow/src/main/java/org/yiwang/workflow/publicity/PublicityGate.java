package org.yiwang.workflow.publicity;

import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;

/** 公示关口: nothing is decided before the publicity is over and every objection has its answer. */
public final class PublicityGate {

    private PublicityGate() {}

    /**
     * Refuses a decision that comes too early.
     *
     * @param grant a denial needs no publicity, but waits for one that runs
     * @throws Refusal CONFLICT with the day from which on it may be made, or what is missing
     */
    public static void requirePassed(OpenCase open, boolean grant) {
        if (open.item().course().publicity().isEmpty()) {
            return;
        }
        if (open.openRecord(RecordKind.PUBLICITY).isPresent()) {
            String until = open.dueOn(ClockKind.PUBLICITY).map(LetterDate::of).orElse("");
            throw Refusal.conflict("PUBLICITY_RUNNING", "本件正在公示，公示期到 " + until + "，期满之前不能作出决定。");
        }
        if (grant && open.records(RecordKind.PUBLICITY).isEmpty()) {
            throw Refusal.conflict("PUBLICITY_MISSING", "这个事项准予之前须先公示，请先开始公示。");
        }
        if (open.records(RecordKind.OBJECTION).stream().anyMatch(CaseRecord::open)) {
            throw Refusal.conflict("OBJECTION_OPEN", "还有异议没有答复，请先核实并答复，再作出决定。");
        }
    }
}
